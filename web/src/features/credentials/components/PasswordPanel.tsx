import { Button, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { hasCode, problemOf } from '@/shared/api/problem'
import { keys } from '@/shared/api/queries'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { toast } from '@/shared/ui/toast'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { changePassword } from '../api/credentials'
import type { WithProof } from '../model/proof'
import classes from './Credentials.module.css'

const PASSWORD_MIN = 12

interface PasswordPanelProps {
  hasPassword: boolean
  withProof: WithProof
}

/** Another password, or the first one of somebody who came by a provider: that needs a fresh proof instead of the old one. */
export function PasswordPanel({ hasPassword, withProof }: PasswordPanelProps) {
  const { t } = useTranslation(['access', 'auth'])
  const words = useProblemWords()
  const queryClient = useQueryClient()
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (hasPassword && value === '' ? t('auth:fault.passwordMissing') : null),
      newPassword: (value) => (value.length < PASSWORD_MIN ? t('auth:fault.passwordShort', { count: PASSWORD_MIN }) : null),
    },
  })
  const change = useMutation({
    mutationFn: (values: typeof form.values) => withProof(() => changePassword(values)),
    onSuccess: async () => {
      form.reset()
      await queryClient.invalidateQueries({ queryKey: keys.me })
      toast(t('password.done'))
    },
    onError: (error) => {
      if (hasCode(error, 'current-password-wrong')) form.setFieldError('currentPassword', words(error).what)
      const fault = problemOf(error).fields.find(({ field }) => field === 'newPassword')
      if (fault) form.setFieldError('newPassword', t(fault.code === 'common' ? 'auth:fault.passwordCommon' : 'auth:fault.passwordWeak'))
    },
  })
  const inPlace = hasCode(change.error, 'current-password-wrong') || problemOf(change.error).fields.length > 0
  const visibility = { visibilityToggleButtonProps: { 'aria-label': t('auth:showPassword') } }
  return (
    <Panel title={t('password.title')} lead={t(hasPassword ? 'password.lead' : 'password.none')}>
      <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        {hasPassword && <PasswordInput label={t('currentPassword')} autoComplete="current-password" {...visibility} {...form.getInputProps('currentPassword')} />}
        <PasswordInput label={t('newPassword')} autoComplete="new-password" {...visibility} {...form.getInputProps('newPassword')} />
        {change.error && !inPlace && <ProblemNotice error={change.error} />}
        <Acts>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t(hasPassword ? 'password.act' : 'password.choose')}
          </Button>
        </Acts>
      </form>
    </Panel>
  )
}
