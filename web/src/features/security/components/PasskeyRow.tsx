import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconFingerprint, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Passkey } from '@/shared/api/types'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { renamePasskey, securityKeys } from '../api/security'
import classes from './Security.module.css'

export function PasskeyRow({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }) {
  const { t } = useTranslation('security')
  const [naming, setNaming] = useState(false)
  if (naming) return <Naming passkey={passkey} onDone={() => setNaming(false)} />
  return (
    <li className={classes.row}>
      <IconFingerprint size={24} stroke={1.5} aria-hidden />
      <span className={classes.what}>
        <span className={classes.name}>{passkey.name}</span>
        <span className={classes.facts}>
          <span>
            {t('passkeys.created')} <RelativeTime at={passkey.createdAt} />
          </span>
          {passkey.lastUsedAt && (
            <span>
              {t('passkeys.used')} <RelativeTime at={passkey.lastUsedAt} />
            </span>
          )}
          {passkey.synced && <span>{t('passkeys.synced')}</span>}
        </span>
      </span>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('passkeys.rename', { name: passkey.name })} onClick={() => setNaming(true)}>
        <IconPencil size={18} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('passkeys.removeOne', { name: passkey.name })} onClick={onRemove}>
        <IconTrash size={18} />
      </ActionIcon>
    </li>
  )
}

function Naming({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const { t } = useTranslation(['security', 'common'])
  const queryClient = useQueryClient()
  const [name, setName] = useState(passkey.name)
  const rename = useMutation({
    mutationFn: () => renamePasskey(passkey.id, name.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: securityKeys.passkeys })
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') rename.mutate()
  }
  return (
    <li className={classes.row}>
      <form className={classes.row} onSubmit={submit}>
        <TextInput
          aria-label={t('passkeys.name')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          autoFocus
        />
        <Button type="submit" size="xs" loading={rename.isPending}>
          {t('common:save')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </form>
      {rename.error && <ProblemNotice error={rename.error} />}
    </li>
  )
}
