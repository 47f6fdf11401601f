import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Section } from '@/shared/ui/Page'
import { QueryStates } from '@/shared/ui/QueryStates'
import { peopleStatisticsQuery } from '../api/admin'
import { Bars } from './Charts'
import { Figure } from './Figure'
import classes from './Figure.module.css'

/** How many people there are, by role and state; each number leads to them. */
export function PeopleNumbers() {
  const { t } = useTranslation('dashboard')
  const query = useQuery(peopleStatisticsQuery)
  return (
    <Section title={t('people.title')}>
      <QueryStates
        query={query}
        pending={
          <div className={classes.figures}>
            {['all', 'admin', 'user', 'viewer'].map((name) => (
              <Skeleton key={name} height={132} radius="lg" />
            ))}
          </div>
        }
      >
        {({ all, blocked, seenLastDay, days, roles }) => {
          const registered = days.reduce((sum, day) => sum + day.registered, 0)
          return (
            <div className={classes.figures}>
              <Figure
                to="/people"
                name={t('people.all')}
                value={all}
                note={t('people.seen', { count: seenLastDay })}
                chart={<Bars counts={days.map((day) => day.registered)} label={t('people.registered', { count: registered })} />}
              />
              {roles.map(({ role, count }) => (
                <Figure key={role} to="/people" search={{ role }} name={t(`people.${role}`)} value={count} />
              ))}
              {blocked > 0 && <Figure to="/people" search={{ state: 'blocked' }} name={t('people.blocked')} value={blocked} />}
            </div>
          )
        }}
      </QueryStates>
    </Section>
  )
}
