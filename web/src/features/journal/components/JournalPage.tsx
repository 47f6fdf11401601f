import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { journalQuery } from '@/shared/api/queries'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Page } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { exportAddress, filterOf, type JournalSearch } from '../model/filter'
import { Filters } from './Filters'
import { JournalTable } from './JournalTable'
import classes from './Journal.module.css'

interface JournalPageProps {
  search: JournalSearch
  onSearch: (search: JournalSearch) => void
}

export function JournalPage({ search, onSearch }: JournalPageProps) {
  const { t } = useTranslation(['journal', 'common'])
  const query = useInfiniteQuery(journalQuery(filterOf(search)))
  const filtered = Object.keys(search).length > 0
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={<DownloadButton address={exportAddress(search)}>{t('export')}</DownloadButton>}
    >
      <Filters search={search} onSearch={onSearch} />
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={10} height={36} />}
        empty={{
          when: ({ pages }) => pages.every(({ items }) => items.length === 0),
          show: (
            <EmptyState
              icon={IconHistory}
              text={t(filtered ? 'emptyFiltered' : 'empty')}
              action={
                filtered && (
                  <Button variant="default" onClick={() => onSearch({})}>
                    {t('clear')}
                  </Button>
                )
              }
            />
          ),
        }}
      >
        {({ pages }) => (
          <>
            <JournalTable entries={pages.flatMap(({ items }) => items)} />
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
