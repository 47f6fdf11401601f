import { Code, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, type Icon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LogEntry, LogResult } from '@/shared/api/types'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StatusPill, type Tone } from '@/shared/ui/StatusPill'
import { problemWords } from '@/shared/ui/problemText'
import shared from '@/shared/ui/Table.module.css'
import classes from './Journal.module.css'

const RESULT: Record<LogResult, [Tone, Icon]> = {
  OK: ['good', IconCircleCheck],
  REFUSED: ['warn', IconAlertTriangle],
  FAILED: ['bad', IconCircleX],
}

/** A table on a desk, a list on a phone: the same rows, laid out by CSS. */
export function JournalTable({ entries }: { entries: LogEntry[] }) {
  const { t } = useTranslation('journal')
  return (
    <table className={`${shared.table} ${classes.table}`}>
      <caption className="srOnly">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.at')}</th>
          <th scope="col">{t('column.act')}</th>
          <th scope="col">{t('column.account')}</th>
          <th scope="col">{t('column.result')}</th>
          <th scope="col">{t('column.details')}</th>
          <th scope="col" className={classes.number}>
            {t('column.took')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation('journal')
  const [tone, icon] = RESULT[entry.result]
  return (
    <tr>
      <td className={classes.at}>
        <RelativeTime at={entry.at} />
      </td>
      <td className={classes.act}>
        {entry.traceId === entry.id ? (
          t(`kind.${entry.kind}`)
        ) : (
          <Link to="/journal" search={{ trace: entry.traceId }} title={t('showWhole')}>
            {t(`kind.${entry.kind}`)}
          </Link>
        )}
      </td>
      <td className={classes.account}>{entry.accountName}</td>
      <td className={classes.result}>
        <StatusPill tone={tone} icon={icon}>
          {t(`result.${entry.result}`)}
        </StatusPill>
      </td>
      <td className={classes.details}>
        <Details entry={entry} />
      </td>
      <td className={`${classes.number} ${classes.took} numbers`}>
        {entry.durationMillis != null && t('millis', { count: entry.durationMillis })}
      </td>
    </tr>
  )
}

function Details({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation('journal')
  const { t: inWords } = useTranslation(['problems'])
  const refused = entry.result !== 'OK'
  const technical = entry.telegramType ?? entry.code
  // The server's own sentence is English: it stays behind the code, only a masked number is for everybody.
  const phone = /\+?\d+\*+\d*/.exec(entry.detail ?? '')?.[0]
  return (
    <>
      {entry.peerTitle && <span className={classes.peer}>{entry.peerTitle}</span>}
      {(entry.attempt ?? 1) > 1 && <span>{t('attempt', { number: entry.attempt })}</span>}
      {phone && <span className="numbers">{phone}</span>}
      {refused && entry.code && <span>{problemWords(inWords, { code: entry.code, telegramType: entry.telegramType }).what}</span>}
      {refused && technical && (
        <Tooltip label={entry.detail ?? technical} multiline maw={320}>
          <Code>{technical}</Code>
        </Tooltip>
      )}
    </>
  )
}
