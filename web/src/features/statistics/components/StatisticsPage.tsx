import { SegmentedControl } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { personZone } from '@/shared/lib/zone'
import { EmptyState } from '@/shared/ui/EmptyState'
import { FloodWaits } from '@/shared/ui/FloodWaits'
import { Page, Section } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { errorsQuery } from '../api/errors'
import { type Period, PERIODS, type StatisticsSearch } from '../model/period'
import { ErrorTables } from './ErrorTables'
import classes from './Statistics.module.css'

interface StatisticsPageProps {
  member: Member
  search: StatisticsSearch
  onSearch: (search: StatisticsSearch) => void
}

export function StatisticsPage({ member, search, onSearch }: StatisticsPageProps) {
  const { t } = useTranslation('statistics')
  const period = search.period ?? 'day'
  const scope = search.scope ?? 'own'
  const query = useQuery(errorsQuery(period, scope, personZone()))
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={classes.choices}>
        <SegmentedControl
          aria-label={t('period.label')}
          data={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
          value={period}
          onChange={(value) => onSearch({ ...search, period: value as Period })}
        />
        {member.role === 'admin' && (
          <SegmentedControl
            aria-label={t('whose.label')}
            data={(['own', 'all'] as const).map((value) => ({ value, label: t(`whose.${value}`) }))}
            value={scope}
            onChange={(value) => onSearch({ period, ...(value === 'all' && { scope: 'all' as const }) })}
          />
        )}
      </div>
      <Section title={t('waits')}>
        <FloodWaits label={t('waits')} scope={scope} />
      </Section>
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={6} height={40} />}
        empty={{
          when: ({ types }) => types.length === 0,
          show: <EmptyState icon={IconCircleCheck} text={t('noErrors')} />,
        }}
      >
        {(errors) => <ErrorTables errors={errors} scope={scope} />}
      </QueryStates>
    </Page>
  )
}
