import { Button } from '@mantine/core'
import { IconUserPlus, IconUserSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member, Person } from '@/shared/api/types'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Page } from '@/shared/ui/Page'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { peopleQuery } from '../api/people'
import type { PeopleSearch } from '../model/search'
import { usePeopleActs } from '../model/usePeopleActs'
import type { WithProof } from '../model/withProof'
import { DeleteDialog } from './DeleteDialog'
import { Filters } from './Filters'
import { Invitations } from './Invitations'
import { InviteDialog } from './InviteDialog'
import classes from './People.module.css'
import { PeopleTable } from './PeopleTable'

interface PeoplePageProps {
  member: Member
  search: PeopleSearch
  onSearch: (search: PeopleSearch) => void
  withProof: WithProof
}

export function PeoplePage({ member, search, onSearch, withProof }: PeoplePageProps) {
  const { t } = useTranslation(['people', 'common'])
  const query = useInfiniteQuery(peopleQuery(search))
  const acts = usePeopleActs(withProof)
  const [inviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<Person | null>(null)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
          {t('invite.open')}
        </Button>
      }
    >
      <Filters search={search} onSearch={onSearch} />
      {acts.error && <ProblemNotice error={acts.error} />}
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={4} height={48} />}
        empty={{
          when: ({ pages }) => pages.every(({ items }) => items.length === 0),
          show: (
            <EmptyState
              icon={IconUserSearch}
              text={t('nobody')}
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
            <PeopleTable self={member.id} people={pages.flatMap(({ items }) => items)} acts={acts} onDelete={setLeaving} />
            {query.hasNextPage && (
              <div className={classes.more}>
                <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryStates>
      <Invitations />
      <InviteDialog opened={inviting} withProof={withProof} onClose={() => setInviting(false)} />
      {leaving && <DeleteDialog person={leaving} withProof={withProof} onClose={() => setLeaving(null)} />}
    </Page>
  )
}
