import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PartHealth } from '@/shared/api/types'
import { duration } from '@/shared/lib/time'
import { Section } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StatusPill } from '@/shared/ui/StatusPill'
import { healthQuery } from '../api/admin'
import { knownPart, troubledFirst, wrongClock } from '../model/health'
import classes from './Dashboard.module.css'

/** How each part of the installation is, what is in trouble first. */
export function HealthParts() {
  const { t } = useTranslation('dashboard')
  const query = useQuery(healthQuery)
  return (
    <Section title={t('health.title')}>
      <QueryStates query={query} pending={<SkeletonRows rows={4} height={52} />}>
        {({ parts }) => (
          <ul className={classes.items} aria-label={t('health.title')}>
            {troubledFirst(parts).map((part) => (
              <Part key={part.name} part={part} />
            ))}
          </ul>
        )}
      </QueryStates>
    </Section>
  )
}

function Part({ part }: { part: PartHealth }) {
  const { t, i18n } = useTranslation('dashboard')
  const known = knownPart(part.name)
  const works = part.status === 'UP'
  const offset = wrongClock(part)
  return (
    <li className={classes.item}>
      <span className={classes.itemWords}>
        {known ? t(`health.part.${known}`) : part.name}
        <span className={classes.partFacts}>
          <span className="numbers">{t('health.latency', { count: part.latencyMillis })}</span>
          <span>
            {t(works ? 'health.worksSince' : 'health.brokenSince')} <RelativeTime at={part.since} />
          </span>
        </span>
        {offset !== undefined && (
          <span className={classes.partFacts}>
            {t(offset > 0 ? 'health.clockBehind' : 'health.clockAhead', { time: duration(Math.abs(offset), i18n.language) })}
          </span>
        )}
      </span>
      <StatusPill tone={works ? 'good' : 'bad'} icon={works ? IconCircleCheck : IconAlertTriangle}>
        {t(works ? 'health.works' : 'health.broken')}
      </StatusPill>
    </li>
  )
}
