// A wait shown to a person must end when the server says so, also on a computer whose clock is wrong.
let aheadMillis = 0

export function keepServerTime(dateHeader: string | null): void {
  const server = dateHeader === null ? Number.NaN : Date.parse(dateHeader)
  // The header has whole seconds: a small difference is rounding, not a wrong clock.
  if (Number.isFinite(server)) aheadMillis = Math.abs(server - Date.now()) > 5000 ? server - Date.now() : 0
}

/** Now, as the server's clock has it, in milliseconds since 1970. */
export const serverNow = (): number => Date.now() + aheadMillis
