import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import { modeQuery } from '@/shared/api/queries'
import type { Login } from '@/shared/api/types'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { useCode } from '../api/steps'
import { digitsOf } from '../model/phone'
import { CancelLogin } from './CancelLogin'
import classes from './Connect.module.css'
import { PhoneLink } from './PhoneLink'
import { Resend } from './Resend'

const USUAL_LENGTH = 5
const LONGEST = 10

export function CodeStep({ login, onRestart }: { login: Login; onRestart: () => void }) {
  const { t } = useTranslation('connect')
  const words = useProblemWords()
  const { data: mode } = useQuery(modeQuery)
  const signIn = useCode(login.id)
  const [code, setCode] = useState('')
  const length = login.codeDelivery?.length ?? undefined
  const wrong = hasCode(signIn.error, 'login-code-invalid')
  const over = hasCode(signIn.error, 'login-step-expired', 'login-not-found')
  const waiting = useWaitOf(signIn.error) > 0
  const submit = (value: string) => {
    if (value !== '' && !signIn.isPending && !waiting) signIn.mutate(value)
  }
  const change = (typed: string) => {
    const value = digitsOf(typed).slice(0, LONGEST)
    setCode(value)
    if (signIn.error && !waiting) signIn.reset()
    if (value.length === length && value !== code) submit(value)
  }
  return (
    <form
      className={classes.card}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit(code)
      }}
    >
      <p className={classes.where} role="status">
        {t(`via.${login.codeDelivery?.via ?? 'OTHER'}`, { phone: login.phoneMasked })}
      </p>
      {mode?.sandbox && <PhoneLink href={mode.sandbox.phoneUrl} />}
      <TextInput
        label={t('code.label')}
        placeholder={'•'.repeat(length ?? USUAL_LENGTH)}
        autoComplete="one-time-code"
        inputMode="numeric"
        classNames={{ input: classes.code }}
        value={code}
        onChange={(event) => change(event.currentTarget.value)}
        error={wrong && `${words(signIn.error).what} ${words(signIn.error).remedy}`}
        autoFocus
      />
      {signIn.error && !wrong && (
        <ProblemNotice
          error={signIn.error}
          action={
            over && (
              <Button size="xs" onClick={onRestart}>
                {t('startAgain')}
              </Button>
            )
          }
        />
      )}
      <Button type="submit" loading={signIn.isPending} disabled={code === '' || waiting}>
        {t('code.confirm')}
      </Button>
      <div className={classes.after}>
        <Resend login={login} onSent={() => change('')} />
        <CancelLogin login={login} onDone={onRestart} />
      </div>
    </form>
  )
}
