/** Local storage that may be blocked or hold nonsense: reading then gives nothing, writing does nothing. */
export function readStored(key: string): unknown {
  try {
    const value = localStorage.getItem(key)
    return value === null ? undefined : JSON.parse(value)
  } catch {
    return undefined
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Private mode or a full disk: the page works, it only forgets.
  }
}
