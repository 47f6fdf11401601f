import { Button } from '@mantine/core'
import { IconShieldSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { personZone } from '@/shared/lib/zone'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Page } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { auditQuery } from '../api/audit'
import { type AuditSearch, exportAddress, filterOf } from '../model/filter'
import { AuditTable } from './AuditTable'
import { Filters } from './Filters'
import classes from './Audit.module.css'

interface AuditPageProps {
  search: AuditSearch
  onSearch: (search: AuditSearch) => void
}

export function AuditPage({ search, onSearch }: AuditPageProps) {
  const { t } = useTranslation(['audit', 'common'])
  const filter = filterOf(search, personZone())
  const query = useInfiniteQuery(auditQuery(filter))
  return (
    <Page title={t('title')} lead={t('lead')} actions={<DownloadButton address={exportAddress(filter)}>{t('export')}</DownloadButton>}>
      <Filters search={search} onSearch={onSearch} />
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={10} height={36} />}
        empty={{
          when: ({ pages }) => pages.every(({ items }) => items.length === 0),
          show: (
            <EmptyState
              icon={IconShieldSearch}
              text={t('empty')}
              action={
                <Button variant="default" onClick={() => onSearch({})}>
                  {t('clear')}
                </Button>
              }
            />
          ),
        }}
      >
        {({ pages }) => (
          <>
            <AuditTable lines={pages.flatMap(({ items }) => items)} onNarrow={(more) => onSearch({ ...search, ...more })} />
            {query.hasNextPage && (
              <div className={classes.more}>
                <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('common:showMore')}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryStates>
    </Page>
  )
}
