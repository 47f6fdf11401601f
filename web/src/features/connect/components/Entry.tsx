import { PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Login } from '@/shared/api/types'
import { Countdown } from '@/shared/ui/Countdown'
import { useWaitOf } from '@/shared/ui/ProblemNotice'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { useCode, usePassword } from '../api/steps'
import { digitsOf } from '../model/phone'
import classes from './Many.module.css'

const LONGEST = 10

interface EntryProps {
  login: Login
  line: number
  /** The next field is wanted: this one is on its way. */
  onEntered: (from: HTMLInputElement) => void
}

/** The code of one row: sent when it is complete or by Enter, which leads on to the next row. */
export function CodeEntry({ login, line, onEntered }: EntryProps) {
  const { t } = useTranslation('many')
  const words = useProblemWords()
  const signIn = useCode(login.id)
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const waiting = useWaitOf(signIn.error) > 0
  const submit = (value: string) => {
    if (value === '' || signIn.isPending || waiting) return
    if (field.current) onEntered(field.current)
    signIn.mutate(value)
  }
  const change = (typed: string) => {
    const value = digitsOf(typed).slice(0, LONGEST)
    setCode(value)
    if (signIn.error && !waiting) signIn.reset()
    if (value.length === login.codeDelivery?.length && value !== code) submit(value)
  }
  return (
    <form
      className={classes.field}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit(code)
      }}
    >
      <TextInput
        ref={field}
        data-entry
        aria-label={t('code', { line, phone: login.phoneMasked })}
        description={
          <>
            {t(`via.${login.codeDelivery?.via ?? 'OTHER'}`)} <Countdown until={login.expiresAt} />
          </>
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('codePlaceholder')}
        autoComplete="off"
        inputMode="numeric"
        enterKeyHint="next"
        disabled={signIn.isPending}
        classNames={{ input: classes.code }}
        value={code}
        onChange={(event) => change(event.currentTarget.value)}
        error={signIn.error && `${words(signIn.error).what} ${words(signIn.error).remedy}`}
      />
    </form>
  )
}

export function PasswordEntry({ login, line, onEntered }: EntryProps) {
  const { t } = useTranslation('many')
  const words = useProblemWords()
  const check = usePassword(login.id)
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const waiting = useWaitOf(check.error) > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password === '' || check.isPending || waiting) return
    if (field.current) onEntered(field.current)
    check.mutate(password)
  }
  return (
    <form className={classes.field} noValidate onSubmit={submit}>
      <PasswordInput
        ref={field}
        data-entry
        aria-label={t('password', { line, phone: login.phoneMasked })}
        description={login.passwordHint ? t('hint', { hint: login.passwordHint }) : t('noHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('passwordPlaceholder')}
        autoComplete="off"
        enterKeyHint="next"
        disabled={check.isPending}
        visibilityToggleButtonProps={{ 'aria-label': t('passwordShow', { line }) }}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value)
          if (check.error && !waiting) check.reset()
        }}
        error={check.error && `${words(check.error).what} ${words(check.error).remedy}`}
      />
    </form>
  )
}
