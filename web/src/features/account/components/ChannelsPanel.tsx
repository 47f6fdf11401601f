import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/shared/api/queries'
import type { Account } from '@/shared/api/types'
import { Panel } from '@/shared/ui/Panel'
import { PeerAvatar } from '@/shared/ui/PeerAvatar'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import classes from './Account.module.css'

const SHOWN = 6

export function ChannelsPanel({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'common'])
  const query = useQuery({ ...channelsQuery, select: (all) => all.filter(({ accountId }) => accountId === account.id) })
  const all = (
    <span>
      <Link to="/channels" search={{ account: account.id }}>
        {t('page.allChannels')}
      </Link>
    </span>
  )
  return (
    <Panel title={t('page.channels')} aside={all}>
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={3} height={32} />}
        empty={{ when: (found) => found.length === 0, show: <p className={classes.why}>{t('page.noChannels')}</p> }}
      >
        {(found) => (
          <ul className={classes.list} aria-label={t('page.channels')}>
            {found.slice(0, SHOWN).map((channel) => (
              <li key={channel.id} className={classes.row}>
                <PeerAvatar name={channel.title} seed={channel.telegramId} size={28} />
                <span className={classes.what}>
                  <span className={classes.name}>{channel.title}</span>
                </span>
                <span className={classes.small}>{t(`common:kind.${channel.kind}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </QueryStates>
    </Panel>
  )
}
