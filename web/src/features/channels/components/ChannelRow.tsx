import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '@/shared/api/types'
import { dangerIn } from '@/shared/lib/danger'
import { Endangered } from '@/shared/ui/Endangered'
import { LinkButton } from '@/shared/ui/LinkButton'
import { PeerAvatar } from '@/shared/ui/PeerAvatar'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import classes from './Channels.module.css'
import { Rights } from './Rights'

export function ChannelRow({ channel, accountName }: { channel: Channel; accountName?: string }) {
  const { t } = useTranslation(['channels', 'common'])
  const { title, username, kind, members, waiting } = channel
  const danger = dangerIn(channel)
  return (
    <li className={classes.row} aria-label={title}>
      <PeerAvatar name={title} seed={channel.telegramId} size={40} />
      <div className={classes.who}>
        <span className={classes.title}>{title}</span>
        <span className={`${classes.facts} numbers`}>
          <span>{t(`common:kind.${kind}`)}</span>
          {username && <span>@{username}</span>}
          {members != null && (
            <span>{t(kind === 'CHANNEL' ? 'common:subscribers' : 'common:members', { count: members })}</span>
          )}
          {accountName && <span>{accountName}</span>}
        </span>
      </div>
      <div className={classes.rights}>
        <Rights channel={channel} />
        <span className={classes.checked}>
          {t('checked')} <RelativeTime at={channel.checkedAt} />
        </span>
      </div>
      <div className={classes.action}>
        {channel.canPost && (
          <LinkButton
            to="/publish"
            search={{ channel: channel.id }}
            variant="default"
            size="xs"
            leftSection={<IconPencil size={14} />}
          >
            {t('write')}
          </LinkButton>
        )}
      </div>
      {danger && waiting > 0 && (
        <div className={classes.danger}>
          <Endangered danger={danger} count={waiting} />
        </div>
      )}
    </li>
  )
}
