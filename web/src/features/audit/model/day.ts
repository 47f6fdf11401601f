/** By how much the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function ahead(zone: string, atMillis: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(atMillis)
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute'), number('second'))
  return shown - Math.floor(atMillis / 1000) * 1000
}

/** The instant at which a day (2026-01-31) begins in a zone, or one of the days after it. */
export function dayBegins(day: string, later: number, zone: string): string {
  const midnight = new Date(`${day}T00:00:00Z`)
  midnight.setUTCDate(midnight.getUTCDate() + later)
  const near = midnight.getTime() - ahead(zone, midnight.getTime())
  return new Date(midnight.getTime() - ahead(zone, near)).toISOString()
}
