import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import type { Login } from '@/shared/api/types'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { usePassword } from '../api/steps'
import { CancelLogin } from './CancelLogin'
import classes from './Connect.module.css'

export function PasswordStep({ login, onRestart }: { login: Login; onRestart: () => void }) {
  const { t } = useTranslation('connect')
  const words = useProblemWords()
  const check = usePassword(login.id)
  const [password, setPassword] = useState('')
  const wrong = hasCode(check.error, 'cloud-password-invalid')
  const over = hasCode(check.error, 'login-step-expired', 'login-not-found')
  const waiting = useWaitOf(check.error) > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '' && !waiting) check.mutate(password)
  }
  return (
    <form className={classes.card} onSubmit={submit} noValidate>
      <p className={classes.where}>{login.phoneMasked ? t('password.lead', { phone: login.phoneMasked }) : t('password.leadQr')}</p>
      <PasswordInput
        label={t('password.label')}
        description={login.passwordHint ? t('password.hint', { hint: login.passwordHint }) : undefined}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value)
          if (check.error && !waiting) check.reset()
        }}
        error={wrong && `${words(check.error).what} ${words(check.error).remedy}`}
        autoFocus
      />
      {check.error && !wrong && (
        <ProblemNotice
          error={check.error}
          action={
            over && (
              <Button size="xs" onClick={onRestart}>
                {t('startAgain')}
              </Button>
            )
          }
        />
      )}
      <Button type="submit" loading={check.isPending} disabled={password === '' || waiting}>
        {t('password.confirm')}
      </Button>
      <p className={classes.quiet}>{t('password.kept')}</p>
      <div className={classes.after}>
        <CancelLogin login={login} onDone={onRestart} />
      </div>
    </form>
  )
}
