import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { accountsQuery, channelsQuery, latestDeliveriesQuery } from '@/shared/api/queries'
import type { Member } from '@/shared/api/types'
import { DeliveryList } from '@/shared/ui/DeliveryList'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Page, Section } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { AttentionList } from './AttentionList'
import classes from './Dashboard.module.css'
import { FirstRun } from './FirstRun'
import { HealthParts } from './HealthParts'
import { KeyCard } from './KeyCard'
import { Numbers } from './Numbers'
import { PeopleNumbers } from './PeopleNumbers'

const LATEST = 8

export function DashboardPage({ member }: { member: Member }) {
  const { t } = useTranslation('dashboard')
  const accounts = useQuery(accountsQuery)
  const channels = useQuery(channelsQuery)
  const deliveries = useQuery(latestDeliveriesQuery(LATEST))
  const connected = (accounts.data?.length ?? 0) > 0
  const mayPost = channels.data?.some(({ canPost }) => canPost) ?? false
  const published = deliveries.data?.some(({ state }) => state === 'SENT') ?? false
  const known = accounts.data && channels.data && deliveries.data
  const fresh = known && !(connected && mayPost && published)
  return (
    <Page
      title={t('title')}
      actions={
        mayPost && (
          <LinkButton to="/publish" leftSection={<IconPencil size={16} />}>
            {t('write')}
          </LinkButton>
        )
      }
    >
      {fresh && <FirstRun connected={connected} mayPost={mayPost} published={published} />}
      {member.role === 'admin' && <Numbers scope="all" />}
      {member.role === 'admin' && <PeopleNumbers />}
      <QueryStates query={accounts} pending={<SkeletonRows rows={1} height={88} />}>
        {(all) => (!fresh || connected) && <AttentionList accounts={all} channels={channels.data ?? []} deliveries={deliveries.data ?? []} />}
      </QueryStates>
      {connected && member.role !== 'admin' && <Numbers scope="own" />}
      {(!fresh || connected) && (
        <Section title={t('latest')}>
          <QueryStates
            query={deliveries}
            pending={<SkeletonRows rows={4} height={56} />}
            empty={{ when: (posts) => posts.length === 0, show: <p className={classes.quiet}>{t('noPosts')}</p> }}
          >
            {(posts) => <DeliveryList deliveries={posts} channels={channels.data} label={t('latest')} />}
          </QueryStates>
        </Section>
      )}
      {member.role === 'admin' && <HealthParts />}
      {member.role === 'admin' && <KeyCard />}
    </Page>
  )
}
