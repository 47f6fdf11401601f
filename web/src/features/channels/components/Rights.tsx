import { Tooltip } from '@mantine/core'
import {
  IconCrown,
  IconEdit,
  IconEye,
  type Icon,
  IconPinned,
  IconSend,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '@/shared/api/types'
import { StatusPill } from '@/shared/ui/StatusPill'
import { type Right, rightsOf } from '../model/rights'
import classes from './Channels.module.css'

const ICONS: Record<Right, Icon> = {
  post: IconSend,
  edit: IconEdit,
  delete: IconTrash,
  pin: IconPinned,
  invite: IconUserPlus,
}

/** The role in a word, each right as an icon with its word on hover and for screen readers. */
export function Rights({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channels')
  const rights = rightsOf(channel)
  return (
    <span className={classes.rightsLine}>
      {channel.owner ? (
        <StatusPill tone="accent" icon={IconCrown}>
          {t('role.owner')}
        </StatusPill>
      ) : (
        <StatusPill tone={channel.canPost ? 'good' : 'quiet'} icon={channel.canPost ? IconSend : IconEye}>
          {t(channel.canPost ? 'role.poster' : 'role.reader')}
        </StatusPill>
      )}
      {rights.length > 0 && (
        <ul className={classes.icons} aria-label={t('rights')}>
          {rights.map((right) => {
            const Mark = ICONS[right]
            return (
              <Tooltip key={right} label={t(`right.${right}`)}>
                <li>
                  <Mark size={15} stroke={1.7} aria-hidden />
                  <span className="srOnly">{t(`right.${right}`)}</span>
                </li>
              </Tooltip>
            )
          })}
        </ul>
      )}
    </span>
  )
}
