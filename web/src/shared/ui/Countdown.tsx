import { countdown } from '@/shared/lib/time'
import { useSecondsUntil } from '@/shared/lib/useNow'

/** Counts down to an instant. Silent for screen readers: a number that changes each second is noise. */
export function Countdown({ until }: { until: string | Date }) {
  return (
    <span className="numbers" aria-live="off">
      {countdown(useSecondsUntil(until))}
    </span>
  )
}
