/** The browser's own zone: right until the person has said another one. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

let said: string | undefined

/** The person's zone; nothing goes back to the browser's. A zone that this browser does not know is not taken. */
export function liveIn(zone: string | undefined): void {
  said = zone !== undefined && isKnown(zone) ? zone : undefined
}

export const personZone = (): string => said ?? browserZone()

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** “Europe/Moscow” as people read it, with what its clock is off by now: “Moscow, GMT+3”. */
export function zoneName(zone: string, language: string, at = new Date()): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  return city === 'UTC' ? city : `${city}, ${offset}`
}

/** All zones that this browser and the server name alike. */
export const allZones = (): string[] => {
  const zones = Intl.supportedValuesOf('timeZone')
  return zones.includes('UTC') ? zones : ['UTC', ...zones]
}
