import { Button, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { problemOf } from '@/shared/api/problem'
import { LinkButton } from '@/shared/ui/LinkButton'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { resetPassword } from '../api/recovery'
import { refusedPassword } from '../model/refusedPassword'
import { useFaultText } from '../model/useFaultText'
import { confirmationFault, newPasswordFault } from '../model/validation'
import classes from './AuthLayout.module.css'
import { PasswordStrength } from './PasswordStrength'

export function ResetPassword({ token }: { token: string }) {
  const { t } = useTranslation(['access', 'auth'])
  const faultText = useFaultText()
  const form = useForm({
    initialValues: { password: '', confirmation: '' },
    validateInputOnBlur: true,
    validate: {
      password: (value) => faultText(newPasswordFault(value)),
      confirmation: (value, values) => faultText(confirmationFault(value, values.password)),
    },
  })
  const reset = useMutation({
    mutationFn: (password: string) => resetPassword(token, password),
    onError: (error) => form.setFieldError('password', faultText(refusedPassword(error, 'password'))),
  })
  if (reset.isSuccess) {
    return (
      <div className={classes.form}>
        <p role="status">{t('reset.done')}</p>
        <LinkButton to="/login" fullWidth>
          {t('auth:logIn')}
        </LinkButton>
      </div>
    )
  }
  const visibility = { visibilityToggleButtonProps: { 'aria-label': t('auth:showPassword') } }
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit(({ password }) => reset.mutate(password))}>
      <PasswordInput label={t('newPassword')} autoComplete="new-password" {...visibility} {...form.getInputProps('password')} />
      <PasswordStrength password={form.values.password} />
      <PasswordInput label={t('auth:confirmation')} autoComplete="new-password" {...visibility} {...form.getInputProps('confirmation')} />
      {reset.error && problemOf(reset.error).fields.length === 0 && <ProblemNotice error={reset.error} />}
      <Button type="submit" loading={reset.isPending} fullWidth mt={4}>
        {t('reset.act')}
      </Button>
    </form>
  )
}
