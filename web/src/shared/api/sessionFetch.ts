import { keepServerTime } from '@/shared/lib/clock'
import { noConnection } from './problem'

const SAFE = new Set(['GET', 'HEAD'])
const WITHOUT_RENEWAL = ['/api/auth/login', '/api/auth/register', '/api/auth/refresh', '/api/auth/logout', '/api/auth/email/confirm', '/api/auth/password/forgot', '/api/auth/password/reset', '/api/auth/oidc/sign-in/callback']
const RENEWED_AT = 'cf.renewedAt'

export const csrfToken = () => /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1]

async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    keepServerTime(response.headers.get('Date'))
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw noConnection()
  }
}

const codeOf = async (response: Response): Promise<unknown> => {
  const body: unknown = await response.clone().json().catch(() => null)
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
}

/** Any GET answers with a fresh XSRF-TOKEN cookie; this is the cheapest one. */
const fetchCsrfCookie = () => reach(new Request(`${location.origin}/api/v1/health/live`))

async function send(request: Request, renewCsrf = false): Promise<Response> {
  if (SAFE.has(request.method)) return reach(request.clone())
  if (renewCsrf || csrfToken() === undefined) await fetchCsrfCookie()
  const attempt = request.clone()
  attempt.headers.set('X-XSRF-TOKEN', decodeURIComponent(csrfToken() ?? ''))
  const response = await reach(attempt)
  const refused = response.status === 403 && !renewCsrf && (await codeOf(response)) === 'csrf-token-missing'
  return refused ? send(request, true) : response
}

const renewedSince = (instant: number) => {
  try {
    return Number(localStorage.getItem(RENEWED_AT) ?? 0) > instant
  } catch {
    return false
  }
}

async function renew(): Promise<boolean> {
  const refresh = new Request(`${location.origin}/api/auth/refresh`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Session': 'cookie' },
    body: '{}',
  })
  const response = await send(refresh)
  if (response.status === 429 || response.status >= 500) throw noConnection()
  if (!response.ok) return false
  try {
    localStorage.setItem(RENEWED_AT, String(Date.now()))
  } catch {
    // Without storage other tabs simply renew for themselves.
  }
  return true
}

let renewal: Promise<boolean> | undefined

/**
 * One renewal at a time, across tabs too: refresh tokens rotate, and two tabs that present the same one
 * would look like a stolen token to the server.
 */
export function renewSession(since: number): Promise<boolean> {
  const once = async () => renewedSince(since) || renew()
  // No locks without a secure context (plain http in a local network): then each tab is on its own.
  const alone = async (): Promise<boolean> => (navigator.locks ? navigator.locks.request('cf.renewal', once) : once())
  renewal ??= alone().finally(() => {
    renewal = undefined
  })
  return renewal
}

/** `fetch` with the cabinet's session: CSRF header, server clock, one silent renewal when the access token has run out. */
export async function sessionFetch(request: Request): Promise<Response> {
  const startedAt = Date.now()
  const response = await send(request)
  const renewable = response.status === 401 && !WITHOUT_RENEWAL.includes(new URL(request.url).pathname)
  if (!renewable || (await codeOf(response)) !== 'sign-in-needed') return response
  return (await renewSession(startedAt)) ? send(request) : response
}
