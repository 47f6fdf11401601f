/** A time on the clock of a zone, as a field for date and time holds it: “2026-11-27T09:30”. */
export function localTime(instant: Date, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return format.format(instant).replace(' ', 'T')
}

export interface QuickTime {
  name: 'hour' | 'evening' | 'morning'
  local: string
}

const HOUR = 3_600_000
const EVENING = '19:00'
const MORNING = '09:00'

/** Times that are often meant: in an hour, this evening while it is ahead, tomorrow morning. */
export function quickTimes(now: Date, zone: string): QuickTime[] {
  const [today = '', time = ''] = localTime(now, zone).split('T')
  const tomorrow = localTime(new Date(now.getTime() + 24 * HOUR), zone).split('T')[0]
  return [
    { name: 'hour', local: localTime(new Date(now.getTime() + HOUR), zone) },
    ...(time < EVENING ? [{ name: 'evening' as const, local: `${today}T${EVENING}` }] : []),
    { name: 'morning', local: `${tomorrow}T${MORNING}` },
  ]
}
