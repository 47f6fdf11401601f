import { IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel, Delivery, Refusal } from '@/shared/api/types'
import { dangerIn } from '@/shared/lib/danger'
import { inWords } from '@/shared/lib/inWords'
import { placeOf } from '@/shared/lib/placeOf'
import { exact } from '@/shared/lib/time'
import classes from './DeliveryList.module.css'
import { Endangered } from './Endangered'
import { RelativeTime } from './RelativeTime'
import { Refused } from './Refused'
import { DeliveryState } from './states'

interface DeliveryListProps {
  deliveries: Delivery[]
  label: string
  /** Where they go, to tell of those that would not go out. */
  channels?: Channel[]
  /** What can be done to one of them. */
  acts?: (delivery: Delivery) => ReactNode
}

/** Posts, each with its state, its place, its time and its first words. */
export function DeliveryList({ deliveries, label, channels = [], acts }: DeliveryListProps) {
  const { t } = useTranslation('publish')
  return (
    <ul className={classes.list} aria-label={label}>
      {deliveries.map((delivery) => (
        <li key={delivery.id} className={classes.row}>
          <div className={classes.words}>
            <span className={classes.text}>{inWords(delivery)}</span>
            <span className={classes.facts}>
              {placeOf(delivery)} · <When delivery={delivery} />
              <Marks delivery={delivery} />
            </span>
          </div>
          <DeliveryState state={delivery.state} deleted={delivery.deletedAt !== undefined} />
          {acts && <span className={classes.acts}>{acts(delivery)}</span>}
          {delivery.link && !delivery.deletedAt && (
            <a className={classes.link} href={delivery.link} target="_blank" rel="noreferrer" aria-label={t('openInTelegram')}>
              <IconExternalLink size={16} aria-hidden />
            </a>
          )}
          <Danger delivery={delivery} channels={channels} />
          <Why refusal={delivery.refusal ?? delivery.change?.refusal} />
        </li>
      ))}
    </ul>
  )
}

/** A planned post is told by the clock of the person, everything else by how long ago it was. */
function When({ delivery: { state, plannedAt, sentAt, createdAt } }: { delivery: Delivery }) {
  const { i18n } = useTranslation()
  return state === 'PLANNED' && Date.parse(plannedAt) > Date.parse(createdAt) ? (
    <time dateTime={plannedAt}>{exact(new Date(plannedAt), i18n.language)}</time>
  ) : (
    <RelativeTime at={sentAt ?? createdAt} />
  )
}

function Marks({ delivery: { editedAt, pinned, deletedAt, delayed, change, state, options } }: { delivery: Delivery }) {
  const { t } = useTranslation('publish')
  const open = state === 'PLANNED' || state === 'SENDING'
  const marks = [
    options.sendAs?.name && t('marks.as', { name: options.sendAs.name }),
    deletedAt === undefined && editedAt !== undefined && t('marks.edited'),
    deletedAt === undefined && pinned && t('marks.pinned'),
    open && delayed && t('marks.delayed'),
    change !== undefined && !change.refusal && t(`marks.${change.kind}`),
  ].filter(Boolean)
  return marks.length > 0 && ` · ${marks.join(' · ')}`
}

function Danger({ delivery: { state, channelId }, channels }: { delivery: Delivery; channels: Channel[] }) {
  const channel = state === 'PLANNED' ? channels.find(({ id }) => id === channelId) : undefined
  const danger = channel && dangerIn(channel)
  return (
    danger && (
      <div className={classes.why}>
        <Endangered danger={danger} count={1} />
      </div>
    )
  )
}

function Why({ refusal }: { refusal?: Refusal }) {
  return (
    refusal && (
      <div className={classes.why}>
        <Refused refusal={refusal} />
      </div>
    )
  )
}
