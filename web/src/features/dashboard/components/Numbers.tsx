import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { overviewQuery } from '@/shared/api/queries'
import type { Overview } from '@/shared/api/types'
import { personZone, zoneName } from '@/shared/lib/zone'
import { HeatStrip } from '@/shared/ui/HeatStrip'
import { Section } from '@/shared/ui/Page'
import { QueryStates } from '@/shared/ui/QueryStates'
import { accountsOf, lateness, total } from '../model/numbers'
import { PostBars } from './Charts'
import { Figure } from './Figure'
import classes from './Figure.module.css'

/** The last 24 hours in four numbers, each with its list behind it. */
export function Numbers({ scope }: { scope: 'own' | 'all' }) {
  const { t, i18n } = useTranslation('dashboard')
  const zone = personZone()
  const query = useQuery(overviewQuery(scope, zone))
  return (
    <Section title={t(`day.${scope}`)} aside={<span className={classes.note}>{zoneName(zone, i18n.language)}</span>}>
      <QueryStates
        query={query}
        pending={
          <div className={classes.figures}>
            {['accounts', 'sent', 'errors', 'waiting'].map((name) => (
              <Skeleton key={name} height={132} radius="lg" />
            ))}
          </div>
        }
      >
        {(overview) => <Figures overview={overview} scope={scope} />}
      </QueryStates>
    </Section>
  )
}

function Figures({ overview, scope }: { overview: Overview; scope: 'own' | 'all' }) {
  const { t } = useTranslation('dashboard')
  const { all, working } = accountsOf(overview)
  const [sent, refused, errors] = [total(overview, 'sent'), total(overview, 'refused'), total(overview, 'errors')]
  const whose = { since: overview.from, ...(scope === 'all' && { scope }) }
  return (
    <div className={classes.figures}>
      <Figure
        to="/accounts"
        search={scope === 'all' ? { scope } : {}}
        name={t('accounts')}
        value={all}
        note={all > 0 && t('working', { count: working })}
      />
      <Figure
        to="/journal"
        search={{ ...whose, kind: 'DELIVERY_SENT' }}
        name={t('sent')}
        value={sent}
        note={<Punctual punctuality={overview.punctuality} refused={refused} />}
        chart={<PostBars hours={overview.hours} label={t('postBars', { count: sent })} />}
      />
      <Figure
        to="/journal"
        search={{ ...whose, result: 'TROUBLE' }}
        name={t('errors')}
        value={errors}
        tone={errors > 0 ? 'bad' : 'plain'}
        chart={<HeatStrip counts={overview.hours.map(({ errors: count }) => count)} label={t('heatStrip', { count: errors })} />}
      />
      <Figure
        to="/publish"
        name={t('waiting')}
        value={overview.waiting}
        tone={overview.punctuality.overdue > 0 ? 'bad' : 'plain'}
        note={overview.punctuality.overdue > 0 ? t('overdue', { count: overview.punctuality.overdue }) : t('waitingNote')}
      />
    </div>
  )
}

/** How late the posts of the day were, and what went wrong with any of them. */
function Punctual({ punctuality, refused }: { punctuality: Overview['punctuality']; refused: number }) {
  const { t, i18n } = useTranslation('dashboard')
  const { p50Millis, p99Millis, lost, doubled } = punctuality
  const seconds = (millis: number) => lateness(millis, i18n.language)
  const lines = [
    p50Millis !== undefined && p99Millis !== undefined && t('punctualNote', { p50: seconds(p50Millis), p99: seconds(p99Millis) }),
    (lost > 0 || doubled > 0) && t('punctualTrouble', { lost, doubled }),
    refused > 0 && t('refused', { count: refused }),
  ].filter(Boolean)
  return lines.join(' · ')
}
