import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import { keys, meQuery } from '@/shared/api/queries'
import type { Member } from '@/shared/api/types'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { StatusPill } from '@/shared/ui/StatusPill'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { changeEmail } from '../api/credentials'
import type { WithProof } from '../model/proof'
import classes from './Credentials.module.css'

/** The address, whether it is confirmed, and another one instead. */
export function EmailPanel({ member, withProof }: { member: Member; withProof: WithProof }) {
  const { t } = useTranslation(['access', 'auth'])
  const words = useProblemWords()
  const queryClient = useQueryClient()
  const { data: me = member } = useQuery(meQuery)
  const form = useForm({
    initialValues: { email: '', currentPassword: '' },
    validate: {
      email: (value) => (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value.trim()) ? null : t('auth:fault.emailWrong')),
      currentPassword: (value) => (member.hasPassword && value === '' ? t('auth:fault.passwordMissing') : null),
    },
  })
  const change = useMutation({
    mutationFn: (values: typeof form.values) => withProof(() => changeEmail(values)),
    onSuccess: () => {
      form.reset()
      return queryClient.invalidateQueries({ queryKey: keys.me })
    },
    onError: (error) => {
      if (hasCode(error, 'current-password-wrong')) form.setFieldError('currentPassword', words(error).what)
    },
  })
  const inPlace = hasCode(change.error, 'current-password-wrong')
  return (
    <Panel
      title={t('email.title')}
      lead={t('email.lead')}
      aside={
        me.emailConfirmed ? (
          <StatusPill tone="good" icon={IconCircleCheck}>
            {t('email.confirmed')}
          </StatusPill>
        ) : (
          <StatusPill tone="warn" icon={IconAlertTriangle}>
            {t('email.unconfirmed')}
          </StatusPill>
        )
      }
    >
      <p className={classes.value}>{me.email}</p>
      {me.pendingEmail && <p role="status">{t('email.pending', { email: me.pendingEmail })}</p>}
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit(({ email, currentPassword }) => change.mutate({ email: email.trim(), currentPassword }))}
      >
        <TextInput label={t('email.new')} type="email" autoComplete="email" {...form.getInputProps('email')} />
        {member.hasPassword && (
          <PasswordInput
            label={t('currentPassword')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
            {...form.getInputProps('currentPassword')}
          />
        )}
        {change.error && !inPlace && <ProblemNotice error={change.error} />}
        <Acts>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('email.act')}
          </Button>
        </Acts>
      </form>
    </Panel>
  )
}
