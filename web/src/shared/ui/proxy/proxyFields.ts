import type { AccountProxy, ProxyRequest } from '@/shared/api/types'

export type ProxyKind = NonNullable<AccountProxy['kind']>

/** Names of protocols are the same in every language. */
export const KINDS: Record<ProxyKind, string> = { SOCKS5: 'SOCKS5', HTTP: 'HTTP', MTPROTO: 'MTProxy' }

/** What a person fills in, as text. */
export interface ProxyFields {
  kind: ProxyKind
  host: string
  port: string
  username: string
  password: string
  secret: string
}

/** What is known of a proxy; its password or secret never is. */
export const fieldsOf = (known?: AccountProxy): ProxyFields => ({
  kind: known?.kind ?? 'SOCKS5',
  host: known?.host ?? '',
  port: known?.port === undefined ? '' : String(known.port),
  username: known?.username ?? '',
  password: '',
  secret: '',
})

export const isFilledIn = ({ kind, host, port, secret }: ProxyFields): boolean =>
  host.trim() !== '' && /^\d+$/.test(port.trim()) && (kind !== 'MTPROTO' || secret.trim() !== '')

/** Only what belongs to the kind goes out. */
export function requestOf({ kind, host, port, username, password, secret }: ProxyFields): ProxyRequest {
  const place = { kind, host: host.trim(), port: Number(port.trim()) }
  return kind === 'MTPROTO'
    ? { ...place, secret: secret.trim() }
    : { ...place, ...(username !== '' && { username }), ...(password !== '' && { password }) }
}

/** Reads `tg://proxy`, `tg://socks` and the same of t.me, as Telegram's own programs share them; nothing for any other text. */
export function readProxyLink(link: string): ProxyFields | undefined {
  const found = /^(?:tg:\/\/|(?:https?:\/\/)?(?:t|telegram)\.me\/)(proxy|socks)\/?\?(.+)$/i.exec(link.trim())
  if (!found?.[1] || !found[2]) return undefined
  const query = new URLSearchParams(found[2])
  const fields: ProxyFields = {
    kind: found[1].toLowerCase() === 'proxy' ? 'MTPROTO' : 'SOCKS5',
    host: query.get('server') ?? '',
    port: query.get('port') ?? '',
    username: query.get('user') ?? '',
    password: query.get('pass') ?? '',
    secret: query.get('secret') ?? '',
  }
  return isFilledIn(fields) ? fields : undefined
}
