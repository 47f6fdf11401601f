import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode, problemOf } from '@/shared/api/problem'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { register } from '../api/registration'
import type { Credentials } from '../api/session'
import { refusedPassword } from '../model/refusedPassword'
import { useCaptcha } from '../model/useCaptcha'
import { useFaultText } from '../model/useFaultText'
import { confirmationFault, emailFault, newPasswordFault } from '../model/validation'
import classes from './AuthLayout.module.css'
import { CaptchaStatus } from './CaptchaStatus'
import { PasswordStrength } from './PasswordStrength'

interface RegisterFormProps {
  captcha: boolean
  invitation?: string
  onDone: () => void
}

export function RegisterForm({ captcha: wanted, invitation, onDone }: RegisterFormProps) {
  const { t } = useTranslation('auth')
  const words = useProblemWords()
  const faultText = useFaultText()
  const captcha = useCaptcha(wanted)
  const [shown, setShown] = useState(false)
  const form = useForm({
    initialValues: { email: '', password: '', confirmation: '' },
    validateInputOnBlur: true,
    validate: {
      email: (value) => faultText(emailFault(value)),
      password: (value) => faultText(newPasswordFault(value)),
      confirmation: (value, values) => faultText(confirmationFault(value, values.password)),
    },
  })
  const registration = useMutation({
    mutationFn: async (credentials: Credentials) =>
      register({ ...credentials, captcha: await captcha.take(), ...(invitation && { invitation }) }),
    onSuccess: onDone,
    onError: (error) => {
      if (wanted) captcha.renew()
      if (hasCode(error, 'email-taken')) form.setFieldError('email', `${words(error).what} ${words(error).remedy}`)
      const { fields } = problemOf(error)
      if (fields.some(({ field }) => field === 'email')) form.setFieldError('email', faultText('emailWrong'))
      const refused = refusedPassword(error, 'password')
      if (refused) form.setFieldError('password', faultText(refused))
    },
  })
  const inPlace = hasCode(registration.error, 'email-taken') || problemOf(registration.error).fields.length > 0
  const visibility = {
    visible: shown,
    onVisibilityChange: setShown,
    visibilityToggleButtonProps: { 'aria-label': t('showPassword') },
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(({ email, password }) => registration.mutate({ email: email.trim(), password }))}
    >
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        spellCheck={false}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t('password')}
        autoComplete="new-password"
        {...visibility}
        {...form.getInputProps('password')}
      />
      <PasswordStrength password={form.values.password} />
      <PasswordInput
        label={t('confirmation')}
        autoComplete="new-password"
        {...visibility}
        {...form.getInputProps('confirmation')}
      />
      {wanted && <CaptchaStatus state={captcha.state} />}
      {registration.error && !inPlace && <ProblemNotice error={registration.error} />}
      <Button type="submit" loading={registration.isPending} fullWidth mt={4}>
        {t('register')}
      </Button>
    </form>
  )
}
