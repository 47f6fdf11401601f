import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Account } from '@/shared/api/types'
import { Panel } from '@/shared/ui/Panel'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { latestLinesQuery } from '../api/life'
import classes from './Account.module.css'

export function LatestLines({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'journal'])
  const query = useQuery(latestLinesQuery(account.id))
  const whole = (
    <span>
      <Link to="/journal" search={{ account: account.id }}>
        {t('page.wholeJournal')}
      </Link>
    </span>
  )
  return (
    <Panel title={t('page.journal')} aside={whole}>
      <QueryStates query={query} pending={<SkeletonRows rows={4} height={24} />}>
        {(lines) => (
          <ul className={classes.list} aria-label={t('page.journal')}>
            {lines.map((line) => (
              <li key={line.id} className={classes.line}>
                <span>{t(`journal:kind.${line.kind}`)}</span>
                <span className={classes.small}>
                  {line.result !== 'OK' && <span>{t(`journal:result.${line.result}`)}</span>}
                  <RelativeTime at={line.at} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </QueryStates>
    </Panel>
  )
}
