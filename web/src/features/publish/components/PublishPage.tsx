import { Skeleton } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/shared/api/queries'
import { EmptyState } from '@/shared/ui/EmptyState'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Page } from '@/shared/ui/Page'
import { QueryStates } from '@/shared/ui/QueryStates'
import { bringBack } from '../model/draft'
import { Composer } from './Composer'
import { DeliveryProgress } from './DeliveryProgress'
import { LatestPosts } from './LatestPosts'
import { PlannedPosts } from './PlannedPosts'
import classes from './Publish.module.css'

export interface PublishSearch {
  channel?: string
  delivery?: string
}

interface PublishPageProps {
  search: PublishSearch
  onSearch: (search: PublishSearch) => void
}

export function PublishPage({ search, onSearch }: PublishPageProps) {
  const { t, i18n } = useTranslation('publish')
  // Another take is another editor: it starts from the draft as it now stands.
  const [take, setTake] = useState(0)
  const close = () => onSearch(search.channel ? { channel: search.channel } : {})
  const channels = useQuery({ ...channelsQuery, select: (all) => all.filter(({ canPost }) => canPost) })
  return (
    <Page title={t('title')} lead={t('lead')}>
      {search.delivery && (
        <DeliveryProgress
          key={search.delivery}
          id={search.delivery}
          onClose={close}
          onBringBack={() => {
            bringBack()
            setTake(take + 1)
            close()
          }}
        />
      )}
      <QueryStates
        query={channels}
        pending={
          <div className={classes.columns}>
            <Skeleton height={340} radius="lg" />
            <Skeleton height={340} radius="lg" />
          </div>
        }
        empty={{
          when: (found) => found.length === 0,
          show: (
            <EmptyState
              icon={IconBroadcast}
              text={t('noChannels')}
              action={<LinkButton to="/channels">{t('toChannels')}</LinkButton>}
            />
          ),
        }}
      >
        {(found) => (
          <Composer
            key={`${i18n.language} ${take}`}
            channels={found}
            channelId={search.channel}
            onChannel={(channel) => onSearch({ ...search, channel })}
            onSent={({ id, channelId }) => onSearch({ channel: channelId, delivery: id })}
          />
        )}
      </QueryStates>
      <PlannedPosts />
      <LatestPosts />
    </Page>
  )
}
