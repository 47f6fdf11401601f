import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import { modeQuery } from '@/shared/api/queries'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import type { useStart } from '../api/steps'
import { normalizePhone } from '../model/phone'
import type { StartProps } from '../model/startProps'
import classes from './Connect.module.css'
import { SandboxNumbers } from './SandboxNumbers'

const ABOUT_THE_NUMBER = ['phone-number-invalid', 'phone-number-banned', 'phone-number-not-registered'] as const

export function PhoneStep({ way, start, onStarted }: StartProps<ReturnType<typeof useStart>>) {
  const { t } = useTranslation('connect')
  const words = useProblemWords()
  const { data: mode } = useQuery(modeQuery)
  const [typed, setTyped] = useState('')
  const [nonsense, setNonsense] = useState(false)
  const inPlace = hasCode(start.error, ...ABOUT_THE_NUMBER)
  const waiting = useWaitOf(start.error) > 0
  const fault = nonsense
    ? t('phone.nonsense')
    : inPlace && `${words(start.error).what} ${words(start.error).remedy}`

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const phone = normalizePhone(typed)
    setNonsense(!phone)
    if (phone && !way.isOpen) start.mutate({ phone, proxy: way.proxy }, { onSuccess: onStarted })
  }
  const change = (value: string) => {
    setTyped(value)
    setNonsense(false)
    start.reset()
  }
  return (
    <>
      <form className={classes.card} onSubmit={submit} noValidate>
        <h2 className={classes.wayTitle}>{t('phone.way')}</h2>
        <TextInput
          label={t('phone.label')}
          description={t('phone.hint')}
          placeholder={mode?.sandbox?.numbers[0]?.phone ?? '+44 7700 900123'}
          type="tel"
          autoComplete="tel"
          inputMode="tel"
          value={typed}
          onChange={(event) => change(event.currentTarget.value)}
          error={fault}
          data-autofocus
        />
        {start.error && !inPlace && <ProblemNotice error={start.error} />}
        <Button type="submit" loading={start.isPending} disabled={waiting || way.isOpen || mode?.ready === false}>
          {t('phone.send')}
        </Button>
        {mode?.ready === false && <p className={classes.quiet}>{t('notReady')}</p>}
        <p className={classes.quiet}>{t('about')}</p>
      </form>
      {mode?.sandbox && <SandboxNumbers offer={mode.sandbox} chosen={typed} onChoose={change} />}
    </>
  )
}
