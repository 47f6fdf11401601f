const HOUR_MS = 3_600_000

/** How far back one looks; each is cut so that a row of cells is still told apart on a phone. */
export const PERIODS = ['day', 'week', 'month'] as const
export type Period = (typeof PERIODS)[number]

const LENGTH: Record<Period, { hours: number; bucket: 'HOUR' | 'DAY' }> = {
  day: { hours: 23, bucket: 'HOUR' },
  week: { hours: 6 * 24, bucket: 'DAY' },
  month: { hours: 29 * 24, bucket: 'DAY' },
}

export interface StatisticsSearch {
  period?: Period
  /** Everybody's, for admins. */
  scope?: 'all'
}

export const readSearch = (search: Record<string, unknown>): StatisticsSearch => {
  const period = PERIODS.find((known) => known === search.period)
  return { ...(period && { period }), ...(search.scope === 'all' && { scope: 'all' }) }
}

/** What the server is asked for; whole minutes, so that the same view is the same question for a while. */
export function asked(period: Period, nowMillis: number): { from: string; bucket: 'HOUR' | 'DAY' } {
  const { hours, bucket } = LENGTH[period]
  const minute = Math.floor(nowMillis / 60_000) * 60_000
  return { from: new Date(minute - hours * HOUR_MS).toISOString(), bucket }
}
