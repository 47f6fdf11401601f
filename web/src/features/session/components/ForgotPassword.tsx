import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { registrationQuery } from '@/shared/api/queries'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { askForReset } from '../api/recovery'
import { useFaultText } from '../model/useFaultText'
import { emailFault } from '../model/validation'
import classes from './AuthLayout.module.css'
import { MailboxLink } from './MailboxLink'

export function ForgotPassword() {
  const { t } = useTranslation(['access', 'auth'])
  const faultText = useFaultText()
  const { data: registration } = useQuery(registrationQuery)
  const form = useForm({
    initialValues: { email: '' },
    validateInputOnBlur: true,
    validate: { email: (value) => faultText(emailFault(value)) },
  })
  const asking = useMutation({ mutationFn: askForReset })
  if (asking.isSuccess) {
    return (
      <div className={classes.form}>
        <p role="status">{t('forgot.sent', { email: asking.variables })}</p>
        <MailboxLink url={registration?.mailbox} />
      </div>
    )
  }
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit(({ email }) => asking.mutate(email.trim()))}>
      <TextInput
        label={t('auth:email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        spellCheck={false}
        data-autofocus
        {...form.getInputProps('email')}
      />
      {asking.error && <ProblemNotice error={asking.error} />}
      <Button type="submit" loading={asking.isPending} fullWidth mt={4}>
        {t('forgot.act')}
      </Button>
    </form>
  )
}
