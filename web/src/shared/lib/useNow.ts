import { useEffect, useState } from 'react'
import { serverNow } from './clock'

/** The server's now in milliseconds, renewed every `everyMillis` while the component is shown. */
export function useNow(everyMillis: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMillis)
    return () => clearInterval(timer)
  }, [everyMillis])
  return now
}

/** Whole seconds until an instant, 0 once it has passed or when there is none. */
export function useSecondsUntil(instant: string | Date | number | null | undefined): number {
  const until = instant == null ? 0 : new Date(instant).getTime()
  return Math.max(0, Math.ceil((until - useNow(500)) / 1000))
}
