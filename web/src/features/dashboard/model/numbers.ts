import type { Overview } from '@/shared/api/types'

type Count = 'sent' | 'refused' | 'errors'

export const total = (overview: Overview, count: Count): number => overview.hours.reduce((sum, hour) => sum + hour[count], 0)

/** Accounts of all states, and those that work. */
export function accountsOf({ accounts }: Overview): { all: number; working: number } {
  const all = accounts.reduce((sum, { count }) => sum + count, 0)
  const working = accounts.find(({ state }) => state === 'CONNECTED')?.count ?? 0
  return { all, working }
}

/** Heights of bars in whole units of a chart that is `high` high; what is not nothing is seen. */
export function heights(counts: number[], high: number): number[] {
  const most = Math.max(1, ...counts)
  return counts.map((count) => (count === 0 ? 0 : Math.max(2, Math.round((count / most) * high))))
}

/** How late something was, as exactly as it matters: “0.4 s”, “12 s”, “3 min”. */
export function lateness(millis: number, language: string): string {
  const [value, unit] = millis < 60_000 ? [millis / 1000, 'second'] : [millis / 60_000, 'minute']
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
