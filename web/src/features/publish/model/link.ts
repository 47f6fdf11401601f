/** A typed address as Telegram takes it in a text link; nothing when it cannot be one. */
export function normalizeLink(typed: string): string | undefined {
  const trimmed = typed.trim()
  if (trimmed === '' || /\s/.test(trimmed)) return undefined
  const address = /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`
  try {
    const { protocol, hostname } = new URL(address)
    if (protocol === 'tg:') return address
    const web = protocol === 'http:' || protocol === 'https:'
    return web && (hostname.includes('.') || hostname === 'localhost') ? address : undefined
  } catch {
    return undefined
  }
}
