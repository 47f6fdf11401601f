import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorCounts } from '@/shared/api/types'
import { HeatStrip } from '@/shared/ui/HeatStrip'
import { Section } from '@/shared/ui/Page'
import { problemWords } from '@/shared/ui/problemText'
import classes from './Statistics.module.css'

interface ErrorTablesProps {
  errors: ErrorCounts
  scope: 'own' | 'all'
}

/** The whole over time, then by kind and by account; each row leads to its lines in the journal. */
export function ErrorTables({ errors, scope }: ErrorTablesProps) {
  const { t } = useTranslation('statistics')
  const { t: inWords } = useTranslation(['problems'])
  const all = errors.counts.reduce((sum, count) => sum + count, 0)
  const whole = { result: 'TROUBLE', since: errors.from, ...(scope === 'all' && { scope }) } as const
  const nameOf = (code?: string, telegramType?: string) => (code === undefined ? '' : problemWords(inWords, { code, telegramType }).what)
  return (
    <>
      <Section title={t(`overTime.${errors.bucket}`)} aside={<span className={classes.note}>{t('count', { count: all })}</span>}>
        <div className={classes.whole}>
          <HeatStrip counts={errors.counts} label={t('course', { count: all })} />
        </div>
      </Section>
      <Section title={t('byType')}>
        <Table head={t('column.error')} label={t('byType')}>
          {errors.types.map(({ code, telegramType, total, counts }) => (
            <Row key={`${code} ${telegramType}`} total={total} counts={counts}>
              <Link to="/journal" search={{ ...whole, ...(telegramType ? { error: telegramType } : { code }) }}>
                {telegramType ?? code}
              </Link>
              <span className={classes.meaning}>{nameOf(code, telegramType)}</span>
            </Row>
          ))}
        </Table>
      </Section>
      {errors.accounts.length > 0 && (
        <Section title={t('byAccount')}>
          <Table head={t('column.account')} label={t('byAccount')}>
            {errors.accounts.map(({ accountId, accountName, total, counts }) => (
              <Row key={accountId} total={total} counts={counts}>
                <Link to="/journal" search={{ ...whole, account: accountId }}>
                  {accountName ?? t('unnamed')}
                </Link>
              </Row>
            ))}
          </Table>
        </Section>
      )}
    </>
  )
}

function Table({ head, label, children }: { head: string; label: string; children: ReactNode }) {
  const { t } = useTranslation('statistics')
  return (
    <table className={classes.table}>
      <caption className="srOnly">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('column.course')}</th>
          <th scope="col" className={classes.number}>
            {t('column.count')}
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function Row({ total, counts, children }: { total: number; counts: number[]; children: ReactNode }) {
  const { t, i18n } = useTranslation('statistics')
  return (
    <tr>
      <td className={classes.name}>{children}</td>
      <td className={classes.course}>
        <HeatStrip counts={counts} label={t('course', { count: total })} />
      </td>
      <td className={`${classes.number} numbers`}>{total.toLocaleString(i18n.language)}</td>
    </tr>
  )
}
