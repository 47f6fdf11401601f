import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { type Credentials, logIn, type SecondFactor } from '../api/session'
import { useFaultText } from '../model/useFaultText'
import { emailFault } from '../model/validation'
import classes from './AuthLayout.module.css'
import { PasskeyButton } from './PasskeyButton'
import { ProviderButton } from './ProviderButton'

interface LoginFormProps {
  next?: string
  onDone: () => void
  onAsked: (asked: SecondFactor) => void
}

export function LoginForm({ next, onDone, onAsked }: LoginFormProps) {
  const { t } = useTranslation('auth')
  const faultText = useFaultText()
  const form = useForm<Credentials>({
    initialValues: { email: '', password: '' },
    validateInputOnBlur: true,
    validate: {
      email: (value) => faultText(value === '' ? null : emailFault(value)),
    },
  })
  const login = useMutation({ mutationFn: logIn, onSuccess: (asked) => (asked ? onAsked(asked) : onDone()) })
  const submit = form.onSubmit(({ email, password }) => {
    const faults = {
      email: faultText(emailFault(email)),
      password: faultText(password === '' ? 'passwordMissing' : null),
    }
    form.setErrors(faults)
    if (!faults.email && !faults.password) login.mutate({ email: email.trim(), password })
  })
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        spellCheck={false}
        data-autofocus
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        {...form.getInputProps('password')}
      />
      <Link to="/forgot-password" className={classes.forgot}>
        {t('login.forgot')}
      </Link>
      {login.error && <ProblemNotice error={login.error} />}
      <Button type="submit" loading={login.isPending} fullWidth mt={4}>
        {t('logIn')}
      </Button>
      <PasskeyButton onDone={onDone} />
      <ProviderButton next={next} />
    </form>
  )
}
