import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { channelsQuery, plannedDeliveriesQuery } from '@/shared/api/queries'
import { personZone, zoneName } from '@/shared/lib/zone'
import { DeliveryList } from '@/shared/ui/DeliveryList'
import { Section } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { PostActs } from './PostActs'
import classes from './Publish.module.css'

/** What goes out by itself later, the next one first. */
export function PlannedPosts() {
  const { t, i18n } = useTranslation('publish')
  const query = useQuery(plannedDeliveriesQuery)
  const { data: channels } = useQuery(channelsQuery)
  return (
    <Section title={t('planned.title')} aside={<span className={classes.quiet}>{zoneName(personZone(), i18n.language)}</span>}>
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={2} height={56} />}
        empty={{ when: (posts) => posts.length === 0, show: <p className={classes.quiet}>{t('planned.none')}</p> }}
      >
        {(posts) => (
          <DeliveryList
            deliveries={posts}
            channels={channels}
            label={t('planned.title')}
            acts={(delivery) => <PostActs delivery={delivery} />}
          />
        )}
      </QueryStates>
    </Section>
  )
}
