import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CreatedApiKey, Member, Scope } from '@/shared/api/types'
import { serverNow } from '@/shared/lib/clock'
import { Acts } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { ShownOnce } from '@/shared/ui/ShownOnce'
import { createApiKey } from '../api/apiKeys'
import { endOf, type Life, LIVES, scopesOf } from '../model/wish'
import { Example } from './Example'
import classes from './ApiKeys.module.css'

/** Does the act once the server has its proof; `undefined` when the person gave up. */
export type WithProof = <T>(act: () => Promise<T>) => Promise<T | undefined>

interface NewKeyDialogProps {
  opened: boolean
  role: Member['role']
  withProof: WithProof
  onMade: () => void
  onClose: () => void
}

/** What the key is called, what it may do and how long; then the key itself, this once. */
export function NewKeyDialog(dialog: NewKeyDialogProps) {
  const { t } = useTranslation(['apiKeys', 'common'])
  return (
    <Modal
      opened={dialog.opened}
      onClose={dialog.onClose}
      title={t('make')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Inside {...dialog} />
    </Modal>
  )
}

// A component of its own, so that each opening begins with nothing typed, and the key is gone with its closing.
function Inside({ role, withProof, onMade, onClose }: NewKeyDialogProps) {
  const make = useMutation({
    mutationFn: (wish: Wish) =>
      withProof(() => createApiKey({ name: wish.name.trim(), scopes: wish.scopes, expiresAt: endOf(wish.life, serverNow()) })),
    onSuccess: (made) => made && onMade(),
  })
  if (make.data) return <Made made={make.data} onDone={onClose} />
  return <WishForm role={role} busy={make.isPending} error={make.error} onWish={make.mutate} onCancel={onClose} />
}

interface Wish {
  name: string
  scopes: Scope[]
  life: Life
}

interface WishFormProps {
  role: Member['role']
  busy: boolean
  error: unknown
  onWish: (wish: Wish) => void
  onCancel: () => void
}

function WishForm({ role, busy, error, onWish, onCancel }: WishFormProps) {
  const { t } = useTranslation(['apiKeys', 'common'])
  const form = useForm<Wish>({
    initialValues: { name: '', scopes: ['read'], life: '90' },
    validate: {
      name: (name) => (name.trim() === '' ? t('nameMissing') : null),
      scopes: (scopes) => (scopes.length === 0 ? t('scopeMissing') : null),
    },
  })
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit((wish) => onWish(wish))}>
      <TextInput label={t('name')} description={t('nameHint')} maxLength={60} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <Checkbox.Group label={t('scopes')} {...form.getInputProps('scopes')}>
        <div className={classes.scopes}>
          {scopesOf(role).map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scope.${scope}.name`)} description={t(`scope.${scope}.means`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Select
        label={t('life')}
        data={LIVES.map((life) => ({ value: life, label: t(`lives.${life}`) }))}
        allowDeselect={false}
        {...form.getInputProps('life')}
      />
      {error !== null && <ProblemNotice error={error} />}
      <Acts>
        <Button type="submit" loading={busy}>
          {t('act')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Acts>
    </form>
  )
}

function Made({ made, onDone }: { made: CreatedApiKey; onDone: () => void }) {
  const { t } = useTranslation('apiKeys')
  return (
    <div className={classes.form}>
      <p>{t('once', { name: made.apiKey.name })}</p>
      <ShownOnce label={t('key')} value={made.key} />
      <Example />
      <Acts>
        <Button onClick={onDone}>{t('done')}</Button>
      </Acts>
    </div>
  )
}
