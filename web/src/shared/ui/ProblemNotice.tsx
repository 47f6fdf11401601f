import { Button } from '@mantine/core'
import { IconAlertCircle, IconClockPause } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Problem, problemOf } from '@/shared/api/problem'
import { countdown } from '@/shared/lib/time'
import { useSecondsUntil } from '@/shared/lib/useNow'
import { ProblemDetails } from './ProblemDetails'
import classes from './ProblemNotice.module.css'
import { useProblemWords } from './useProblemWords'

interface ProblemNoticeProps {
  error: unknown
  onRetry?: () => void
  action?: ReactNode
}

/** What happened, what to do about it, how long to wait; the technical part stands behind “Details”. */
export function ProblemNotice({ error, onRetry, action }: ProblemNoticeProps) {
  const { t } = useTranslation()
  const words = useProblemWords()(error)
  const problem = problemOf(error)
  const Mark = problem.retryAfterSeconds ? IconClockPause : IconAlertCircle
  return (
    <div className={classes.notice} role="alert" data-code={problem.code} data-tone={problem.retryAfterSeconds ? 'wait' : 'bad'}>
      <Mark className={classes.mark} size={20} aria-hidden />
      <div className={classes.body}>
        <p className={classes.what}>{words.what}</p>
        <p className={classes.remedy}>{words.remedy}</p>
        <Wait error={error} problem={problem} />
        <div className={classes.actions}>
          {action}
          {onRetry && (
            <Button variant="default" size="xs" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          <ProblemDetails problem={problem} />
        </div>
      </div>
    </div>
  )
}

/** Seconds that a problem still asks to wait, counted from its arrival. */
export function useWaitOf(error: unknown): number {
  const problem = error ? problemOf(error) : undefined
  const wait = problem?.retryAfterSeconds
  return useSecondsUntil(problem && wait ? problem.at.getTime() + wait * 1000 : undefined)
}

function Wait({ error, problem }: { error: unknown; problem: Problem }) {
  const { t } = useTranslation()
  const left = useWaitOf(error)
  if (!problem.retryAfterSeconds) return null
  return (
    <p className={`${classes.wait} numbers`} aria-live="off">
      {left > 0 ? t('problem.wait', { time: countdown(left) }) : t('problem.waitOver')}
    </p>
  )
}
