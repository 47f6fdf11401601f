import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { latestDeliveriesQuery } from '@/shared/api/queries'
import { DeliveryList } from '@/shared/ui/DeliveryList'
import { Section } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { PostActs } from './PostActs'
import classes from './Publish.module.css'

const SHOWN = 10

export function LatestPosts() {
  const { t } = useTranslation('publish')
  const query = useQuery(latestDeliveriesQuery(SHOWN))
  return (
    <Section title={t('latest')}>
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={3} height={56} />}
        empty={{ when: (posts) => posts.length === 0, show: <p className={classes.quiet}>{t('nothingYet')}</p> }}
      >
        {(posts) => <DeliveryList deliveries={posts} label={t('latest')} acts={(delivery) => <PostActs delivery={delivery} />} />}
      </QueryStates>
    </Section>
  )
}
