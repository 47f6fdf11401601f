import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyRotation } from '@/shared/api/types'
import { exact } from '@/shared/lib/time'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Section } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { toast } from '@/shared/ui/toast'
import { keysQuery, useRotateKeys } from '../api/admin'
import classes from './Dashboard.module.css'

/** The key that everything secret is stored under, and its change. */
export function KeyCard() {
  const { t } = useTranslation('dashboard')
  const query = useQuery(keysQuery)
  const [asking, setAsking] = useState(false)
  const rotate = useRotateKeys(() => {
    setAsking(false)
    toast(t('keys.begun'))
  })
  const close = () => {
    setAsking(false)
    rotate.reset()
  }
  return (
    <Section title={t('keys.title')}>
      <QueryStates query={query} pending={<SkeletonRows rows={1} height={68} />}>
        {(keys) => (
          <div className={classes.items}>
            <div className={classes.item}>
              <span className={classes.itemWords}>
                {keys.since ? t('keys.version', { version: keys.version }) : t('keys.none')}
                <Facts keys={keys} />
              </span>
              {keys.since && !keys.underWay && (
                <Button variant="default" size="xs" onClick={() => setAsking(true)}>
                  {t('keys.rotate')}
                </Button>
              )}
            </div>
            {keys.underWay && <Change keys={keys} />}
          </div>
        )}
      </QueryStates>
      <ConfirmDialog
        opened={asking}
        title={t('keys.ask')}
        act={t('keys.rotate')}
        busy={rotate.isPending}
        error={rotate.error}
        onAct={() => rotate.mutate()}
        onClose={close}
      >
        <p>{t('keys.follows')}</p>
        <p>{t('keys.backup')}</p>
      </ConfirmDialog>
    </Section>
  )
}

function Facts({ keys }: { keys: KeyRotation }) {
  const { t } = useTranslation('dashboard')
  return (
    <span className={classes.partFacts}>
      {keys.since && (
        <span>
          {t('keys.since')} <RelativeTime at={keys.since} />
        </span>
      )}
      <span className="numbers">{t('keys.values', { count: keys.values })}</span>
      {keys.unreadable > 0 && <strong className="numbers">{t('keys.unreadable', { count: keys.unreadable })}</strong>}
    </span>
  )
}

/** How far it has come; then until when the former key is kept. */
function Change({ keys }: { keys: KeyRotation }) {
  const { t, i18n } = useTranslation('dashboard')
  const done = keys.renewed + keys.unreadable >= keys.values
  const words =
    done && keys.formerKeptUntil
      ? t('keys.kept', { until: exact(new Date(keys.formerKeptUntil), i18n.language) })
      : t('keys.progress', { count: keys.values, renewed: keys.renewed })
  return (
    <div className={classes.change} role="status">
      <Progress value={keys.values === 0 ? 100 : (100 * keys.renewed) / keys.values} aria-label={t('keys.title')} />
      <span className={`${classes.quiet} numbers`}>{words}</span>
    </div>
  )
}
