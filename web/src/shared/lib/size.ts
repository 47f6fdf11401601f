const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A number of bytes as people say it: 1.2 MB. */
export function size(bytes: number, language: string): string {
  let at = 0
  let left = bytes
  while (left >= 1024 && at < UNITS.length - 1) {
    left /= 1024
    at++
  }
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[at],
    maximumFractionDigits: left < 10 && at > 0 ? 1 : 0,
  })
  return format.format(left)
}
