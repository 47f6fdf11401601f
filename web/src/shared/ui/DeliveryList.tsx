import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Delivery } from '@/shared/api/types'
import classes from './DeliveryList.module.css'
import { RelativeTime } from './RelativeTime'
import { Refused } from './Refused'
import { DeliveryState } from './states'

/** Posts, newest first, each with its state, its place and its first words. */
export function DeliveryList({ deliveries, label }: { deliveries: Delivery[]; label: string }) {
  const { t } = useTranslation('publish')
  return (
    <ul className={classes.list} aria-label={label}>
      {deliveries.map((delivery) => (
        <li key={delivery.id} className={classes.row}>
          <div className={classes.words}>
            <span className={classes.text}>{delivery.text}</span>
            <span className={classes.facts}>
              {delivery.channelTitle} · <RelativeTime at={delivery.sentAt ?? delivery.createdAt} />
            </span>
          </div>
          <DeliveryState state={delivery.state} />
          {delivery.link && (
            <a className={classes.link} href={delivery.link} target="_blank" rel="noreferrer" aria-label={t('openInTelegram')}>
              <IconExternalLink size={16} aria-hidden />
            </a>
          )}
          {delivery.refusal && (
            <div className={classes.why}>
              <Refused refusal={delivery.refusal} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
