import { personZone, zoneName } from './zone'

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** “2 minutes ago”, “in 3 hours”; below a minute “now”. */
export function relative(instant: Date, nowMillis: number, language: string): string {
  const seconds = (instant.getTime() - nowMillis) / 1000
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size)
  return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : format.format(0, 'second')
}

/** The exact instant in the person's zone, with the zone's name. */
export const exact = (instant: Date, language: string): string =>
  new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: personZone(),
  }).format(instant) + ` (${zoneName(personZone(), language, instant)})`

export const clock = (instant: Date, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: personZone() }).format(instant)

/** Seconds in words, in the largest unit that says it whole enough: “42 sec”, “15 min”, “3 hr”. */
export function duration(seconds: number, language: string): string {
  const [unit, size] = seconds < 120 ? ['second', 1] : seconds < 7200 ? ['minute', 60] : seconds < 172_800 ? ['hour', 3600] : ['day', 86_400]
  return new Intl.NumberFormat(language, { style: 'unit', unit: unit as string, unitDisplay: 'short' }).format(Math.round(seconds / (size as number)))
}

/** Seconds as m:ss, from an hour on as h:mm:ss. */
export function countdown(totalSeconds: number): string {
  const whole = Math.max(0, Math.ceil(totalSeconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}
