import { Button, Modal, PasswordInput } from '@mantine/core'
import { IconFingerprint, IconLogin2 } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passkeysWork, proveWithPasskey, wasCancelled } from '@/shared/api/passkey'
import { problemOf } from '@/shared/api/problem'
import { identitiesQuery, leaveToProve, providerQuery } from '@/shared/api/provider'
import { Acts } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { proveWithPassword } from '../api/security'
import classes from './Security.module.css'

interface ProveDialogProps {
  opened: boolean
  hasPassword: boolean
  onProved: () => void
  onClose: () => void
}

export function ProveDialog(dialog: ProveDialogProps) {
  const { t } = useTranslation(['security', 'common'])
  return (
    <Modal opened={dialog.opened} onClose={dialog.onClose} title={t('prove.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Inside {...dialog} />
    </Modal>
  )
}

// A component of its own, so that each opening begins with nothing typed.
function Inside({ hasPassword, onProved, onClose }: ProveDialogProps) {
  const { t } = useTranslation(['security', 'common'])
  const [password, setPassword] = useState('')
  const byPassword = useMutation({ mutationFn: proveWithPassword, onSuccess: onProved })
  const byPasskey = useMutation({ mutationFn: proveWithPasskey, onSuccess: onProved })
  const { data: provider } = useQuery(providerQuery)
  const { data: identities } = useQuery(identitiesQuery)
  const byProvider = useMutation({ mutationFn: () => leaveToProve(location.pathname) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '') byPassword.mutate(password)
  }
  const isWrong = byPassword.error !== null && problemOf(byPassword.error).fields.some(({ field }) => field === 'currentPassword')
  const problem = (byPassword.error && !isWrong && byPassword.error) || (byPasskey.error && !wasCancelled(byPasskey.error) && byPasskey.error) || byProvider.error
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p>{t(hasPassword ? 'prove.lead' : 'prove.noPassword')}</p>
      {hasPassword && (
        <PasswordInput
          label={t('prove.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={isWrong && t('prove.wrong')}
          visibilityToggleButtonProps={{ 'aria-label': t('prove.show') }}
          data-autofocus
        />
      )}
      {problem && <ProblemNotice error={problem} />}
      <Acts>
        {hasPassword && (
          <Button type="submit" loading={byPassword.isPending}>
            {t('prove.confirm')}
          </Button>
        )}
        {passkeysWork() && (
          <Button
            variant="default"
            leftSection={<IconFingerprint size={18} aria-hidden />}
            loading={byPasskey.isPending}
            onClick={() => byPasskey.mutate()}
          >
            {t('prove.passkey')}
          </Button>
        )}
        {provider && identities && identities.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconLogin2 size={18} aria-hidden />}
            loading={byProvider.isPending}
            onClick={() => byProvider.mutate()}
          >
            {t('prove.provider', { name: provider })}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </Acts>
    </form>
  )
}
