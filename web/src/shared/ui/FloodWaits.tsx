import { Code } from '@mantine/core'
import { IconCircleCheck, IconClockPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { floodWaitsQuery } from '@/shared/api/queries'
import type { FloodWait } from '@/shared/api/types'
import { duration } from '../lib/time'
import { useSecondsUntil } from '../lib/useNow'
import { Countdown } from './Countdown'
import classes from './FloodWaits.module.css'
import { QueryStates, SkeletonRows } from './QueryStates'
import { RelativeTime } from './RelativeTime'
import { StatusPill } from './StatusPill'

interface FloodWaitsProps {
  label: string
  scope?: 'own' | 'all'
  /** Only this account's; then its name is not said again. */
  account?: string
}

/** What Telegram holds back: by account and method, until when, and how often in the last day. */
export function FloodWaits({ label, scope = 'own', account }: FloodWaitsProps) {
  const { t } = useTranslation('flood')
  const query = useQuery(floodWaitsQuery(scope, account))
  return (
    <QueryStates
      query={query}
      pending={<SkeletonRows rows={1} height={40} />}
      empty={{ when: (waits) => waits.length === 0, show: <p className={classes.quiet}>{t('none')}</p> }}
    >
      {(waits) => (
        <ul className={classes.list} aria-label={label}>
          {waits.map((wait) => (
            <Wait key={`${wait.accountId} ${wait.method}`} wait={wait} named={account === undefined} />
          ))}
        </ul>
      )}
    </QueryStates>
  )
}

const KNOWN = ['messages.sendMessage', 'messages.sendMedia', 'messages.sendMultiMedia', 'messages.editMessage', 'messages.getDialogs', 'users.getUsers'] as const

function Wait({ wait, named }: { wait: FloodWait; named: boolean }) {
  const { t, i18n } = useTranslation('flood')
  const known = KNOWN.find((method) => method === wait.method)
  const name = known === undefined ? undefined : t(`method.${known.replace('.', '_') as 'messages_sendMessage'}`)
  return (
    <li className={classes.wait}>
      <span className={classes.what}>
        {named && <b className={classes.account}>{wait.accountName}</b>}
        {name && <span>{name}</span>}
        <Code>{wait.method}</Code>
      </span>
      <span className={classes.state}>{wait.until ? <Running until={wait.until} /> : <Free />}</span>
      <span className={classes.often}>
        {t('times', { count: wait.times })}, {t('longest', { time: duration(wait.longestSeconds, i18n.language) })}, <RelativeTime at={wait.lastAt} />
      </span>
    </li>
  )
}

const Free = () => (
  <StatusPill tone="good" icon={IconCircleCheck}>
    {useTranslation('flood').t('free')}
  </StatusPill>
)

/** At its end it says by itself that the method is free; the server is asked again with the next event. */
function Running({ until }: { until: string }) {
  const { t } = useTranslation('flood')
  if (useSecondsUntil(until) <= 0) return <Free />
  return (
    <StatusPill tone="warn" icon={IconClockPause}>
      {t('freeIn')} <Countdown until={until} />
    </StatusPill>
  )
}
