import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { modeQuery } from '@/shared/api/queries'
import type { Batch } from '@/shared/api/types'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import { refusedFields } from '@/shared/ui/proxy/ProxyInputs'
import { useWay } from '@/shared/ui/proxy/useWay'
import { WayChoice } from '@/shared/ui/proxy/WayChoice'
import { useBegin } from '../api/batches'
import { type NumberLine, numbersToSend, readNumbers } from '../model/numbers'
import classes from './Many.module.css'
import { PhoneLink } from './PhoneLink'
import { RefusedLines } from './RefusedLines'

const LONGEST_LIST = 100
const SHOWN_FAULTS = 8

export function ManyForm({ onBegun }: { onBegun: (batch: Batch) => void }) {
  const { t } = useTranslation('many')
  const { data: mode } = useQuery(modeQuery)
  const begin = useBegin()
  const [typed, setTyped] = useState('')
  const lines = readNumbers(typed)
  const good = lines.filter(({ fault }) => !fault)
  const waiting = useWaitOf(begin.error) > 0
  const forgetProblem = () => {
    if (!begin.isPending) begin.reset()
  }
  const way = useWay(forgetProblem)
  const inPlace = refusedFields(begin.error).length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (good.length > 0 && !way.isOpen) begin.mutate({ numbers: numbersToSend(lines), proxy: way.proxy }, { onSuccess: onBegun })
  }
  const change = (text: string) => {
    setTyped(text)
    forgetProblem()
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Textarea
        label={t('numbers')}
        description={t('numbersHint', { count: LONGEST_LIST })}
        placeholder={'+44 7700 900123\n+44 7700 900124'}
        autosize
        minRows={6}
        maxRows={16}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'numbers' }}
        value={typed}
        onChange={(event) => change(event.currentTarget.value)}
        data-autofocus
      />
      {mode?.sandbox && (
        <div className={classes.offer}>
          <Button
            variant="default"
            size="xs"
            onClick={() => change(mode.sandbox?.numbers.map(({ phone }) => phone).join('\n') ?? '')}
          >
            {t('takeSandbox', { count: mode.sandbox.numbers.length })}
          </Button>
          <PhoneLink href={mode.sandbox.phoneUrl} />
        </div>
      )}
      <Counted lines={lines} good={good.length} />
      <WayChoice way={way} error={begin.error} lead={t('proxyLead')} />
      {begin.error && !inPlace && <ProblemNotice error={begin.error} />}
      {begin.error && !inPlace && <RefusedLines error={begin.error} />}
      <Button type="submit" loading={begin.isPending} disabled={good.length === 0 || waiting || way.isOpen || mode?.ready === false}>
        {t('begin', { count: good.length })}
      </Button>
      <p className={classes.quiet}>{t('howItGoes')}</p>
    </form>
  )
}

/** How many numbers there are, and what is wrong with which line, while one types. */
function Counted({ lines, good }: { lines: NumberLine[]; good: number }) {
  const { t } = useTranslation('many')
  const faulty = lines.filter(({ fault }) => fault)
  if (lines.length === 0) return null
  return (
    <div className={classes.counted}>
      <p role="status">
        {t('good', { count: good })}
        {faulty.length > 0 && ` · ${t('left', { count: faulty.length })}`}
      </p>
      <ul className={classes.faults}>
        {faulty.slice(0, SHOWN_FAULTS).map(({ line, fault }) => (
          <li key={line}>
            {fault === 'unreadable' || !fault ? t('fault.unreadable', { line }) : t('fault.repeated', { line, other: fault.sameAs })}
          </li>
        ))}
        {faulty.length > SHOWN_FAULTS && <li>{t('fault.more', { count: faulty.length - SHOWN_FAULTS })}</li>}
      </ul>
    </div>
  )
}
