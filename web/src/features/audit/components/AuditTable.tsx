import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AuditLine, AuditOutcome } from '@/shared/api/types'
import { exact } from '@/shared/lib/time'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StatusPill, type Tone } from '@/shared/ui/StatusPill'
import { type AuditSearch, isKnownAction } from '../model/filter'
import shared from '@/shared/ui/Table.module.css'
import classes from './Audit.module.css'

const OUTCOME: Record<AuditOutcome, [Tone, Icon]> = {
  OK: ['good', IconCircleCheck],
  REFUSED: ['warn', IconAlertTriangle],
  FAILED: ['bad', IconCircleX],
}

interface AuditTableProps {
  lines: AuditLine[]
  /** Only the lines like this one. */
  onNarrow: (more: AuditSearch) => void
}

/** A table on a desk, a list on a phone: the same rows, laid out by CSS. */
export function AuditTable({ lines, onNarrow }: AuditTableProps) {
  const { t } = useTranslation('audit')
  return (
    <table className={`${shared.table} ${classes.table}`}>
      <caption className="srOnly">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.at')}</th>
          <th scope="col">{t('column.action')}</th>
          <th scope="col">{t('column.member')}</th>
          <th scope="col">{t('column.outcome')}</th>
          <th scope="col">{t('column.address')}</th>
          <th scope="col">{t('column.details')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id} line={line} onNarrow={onNarrow} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ line, onNarrow }: { line: AuditLine; onNarrow: (more: AuditSearch) => void }) {
  const { t } = useTranslation('audit')
  const [tone, icon] = OUTCOME[line.outcome]
  const { memberId, address } = line
  return (
    <tr>
      <td className={classes.at}>
        <RelativeTime at={line.at} />
      </td>
      <td className={classes.act}>{isKnownAction(line.action) ? t(`action.${line.action}`) : <code>{line.action}</code>}</td>
      <td className={classes.member}>
        {memberId ? (
          <UnstyledButton className={classes.narrow} onClick={() => onNarrow({ member: memberId })}>
            {line.memberName ?? t('gone')}
          </UnstyledButton>
        ) : (
          t('nobody')
        )}
      </td>
      <td className={classes.outcome}>
        <StatusPill tone={tone} icon={icon}>
          {t(`outcome.${line.outcome}`)}
        </StatusPill>
      </td>
      <td className={`${classes.address} numbers`}>
        <UnstyledButton className={classes.narrow} onClick={() => onNarrow({ address })}>
          {address}
        </UnstyledButton>
      </td>
      <td className={classes.details}>
        <Details line={line} />
      </td>
    </tr>
  )
}

function Details({ line }: { line: AuditLine }) {
  const { t, i18n } = useTranslation('audit')
  const facts: [string, string][] = [
    ...Object.entries(line.details),
    ['action', line.action],
    ['at', exact(new Date(line.at), i18n.language)],
    ['audit.id', line.id],
  ]
  return (
    <details>
      <summary>{t('details')}</summary>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
