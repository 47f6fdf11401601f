import type { LogKind, LogResult } from '@/shared/api/types'

export const KINDS: LogKind[] = [
  'LOGIN_CODE_SENT',
  'LOGIN_CODE_RESENT',
  'LOGIN_CANCELLED',
  'SIGN_IN',
  'PASSWORD_CHECK',
  'ACCOUNT_CONNECTED',
  'ACCOUNT_DISCONNECTED',
  'ACCOUNT_STATE',
  'CHANNELS_REFRESHED',
  'DELIVERY_PLANNED',
  'DELIVERY_ATTEMPT',
  'DELIVERY_SENT',
  'DELIVERY_REFUSED',
]

export const RESULTS: LogResult[] = ['OK', 'REFUSED', 'FAILED']

/** The filter as it stands in the address, so that a view can be kept and shared. */
export interface JournalSearch {
  account?: string
  kind?: LogKind
  result?: LogResult
}

/** An address may hold anything: what is not a filter is left out. */
export function readSearch(search: Record<string, unknown>): JournalSearch {
  const kind = KINDS.find((known) => known === search.kind)
  const result = RESULTS.find((known) => known === search.result)
  return {
    ...(typeof search.account === 'string' && { account: search.account }),
    ...(kind && { kind }),
    ...(result && { result }),
  }
}
