import { Button, CloseButton } from '@mantine/core'
import { IconCheck, IconExternalLink, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { deliveryQuery } from '@/shared/api/queries'
import type { Delivery } from '@/shared/api/types'
import { placeOf } from '@/shared/lib/placeOf'
import { exact } from '@/shared/lib/time'
import { Countdown } from '@/shared/ui/Countdown'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { Refused } from '@/shared/ui/Refused'
import { canBringBack } from '../model/draft'
import classes from './Progress.module.css'

const STEPS = ['PLANNED', 'SENDING', 'SENT'] as const

interface DeliveryProgressProps {
  id: string
  onClose: () => void
  onBringBack: () => void
}

/** What is happening to one post, true to the second: it can be left and found again under its address. */
export function DeliveryProgress({ id, onClose, onBringBack }: DeliveryProgressProps) {
  const { t, i18n } = useTranslation('publish')
  const query = useQuery(deliveryQuery(id))
  return (
    <section className={classes.progress} aria-label={t('progress.title')}>
      <CloseButton className={classes.close} aria-label={t('progress.close')} onClick={onClose} />
      <QueryStates query={query} pending={<SkeletonRows rows={1} height={56} />}>
        {(delivery) => (
          <>
            <p className={classes.headline} role="status" data-state={delivery.state}>
              {t(`progress.${delivery.state}`, { channel: placeOf(delivery) })}
            </p>
            <Steps delivery={delivery} />
            {delivery.options.sendAs?.name && (
              <p className={classes.wait}>{t('progress.as', { name: delivery.options.sendAs.name })}</p>
            )}
            {delivery.state === 'PLANNED' && Date.parse(delivery.plannedAt) > Date.parse(delivery.createdAt) && (
              <p className={classes.wait}>{t('progress.at', { time: exact(new Date(delivery.plannedAt), i18n.language) })}</p>
            )}
            {delivery.delayed && <p className={classes.wait}>{t('progress.delayed')}</p>}
            {delivery.retryAt && (delivery.state === 'PLANNED' || delivery.state === 'SENDING') && (
              <p className={classes.wait}>
                {t('progress.pause')} <Countdown until={delivery.retryAt} />
              </p>
            )}
            {delivery.refusal && <Refused refusal={delivery.refusal} />}
            {delivery.state === 'REFUSED' && canBringBack(id) && (
              <Button variant="default" size="xs" mt={10} onClick={onBringBack}>
                {t('progress.bringBack')}
              </Button>
            )}
            {delivery.link && (
              <a href={delivery.link} target="_blank" rel="noreferrer" className={classes.link}>
                {t('progress.open')}
                <IconExternalLink size={16} aria-hidden />
              </a>
            )}
          </>
        )}
      </QueryStates>
    </section>
  )
}

function Steps({ delivery: { state } }: { delivery: Delivery }) {
  const { t } = useTranslation()
  const ended = state === 'REFUSED' || state === 'CANCELLED'
  const shown = ended ? (['PLANNED', state] as const) : STEPS
  const at = shown.findIndex((step) => step === state)
  return (
    <ol className={classes.steps}>
      {shown.map((step, index) => {
        const look = index < at || state === 'SENT' ? 'done' : index > at ? 'ahead' : ended ? 'bad' : 'now'
        return (
          <li key={step} data-look={look} aria-current={index === at ? 'step' : undefined}>
            <span className={classes.dot} aria-hidden>
              {look === 'done' && <IconCheck size={12} stroke={3} />}
              {look === 'bad' && <IconX size={12} stroke={3} />}
            </span>
            {t(`deliveryState.${step}`)}
          </li>
        )
      })}
    </ol>
  )
}
