import type { JournalFilter } from '@/shared/api/queries'
import type { LogKind, LogResult } from '@/shared/api/types'

export const KINDS: LogKind[] = [
  'LOGIN_CODE_SENT',
  'LOGIN_CODE_RESENT',
  'QR_SHOWN',
  'LOGIN_CANCELLED',
  'BATCH_CREATED',
  'BATCH_CANCELLED',
  'BATCH_RETRIED',
  'SIGN_IN',
  'PASSWORD_CHECK',
  'ACCOUNT_CONNECTED',
  'ACCOUNT_DISCONNECTED',
  'ACCOUNT_HANDED_OVER',
  'ACCOUNT_PAUSED',
  'ACCOUNT_RESUMED',
  'DEVICE_ENDED',
  'ACCOUNT_IMPORTED',
  'ACCOUNT_EXPORTED',
  'ACCOUNT_STATE',
  'CHANNELS_REFRESHED',
  'DELIVERY_PLANNED',
  'DELIVERY_ATTEMPT',
  'DELIVERY_SENT',
  'DELIVERY_REFUSED',
  'DELIVERY_DELAYED',
  'DELIVERY_CHANGED',
  'DELIVERY_CANCELLED',
  'POST_EDITED',
  'POST_DELETED',
  'POST_PINNED',
  'POST_UNPINNED',
]

/** All results of the server, and what is not OK in one. */
export type ResultChoice = LogResult | 'TROUBLE'

export const RESULTS: ResultChoice[] = ['OK', 'TROUBLE', 'REFUSED', 'FAILED']

const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))

/** The filter as it stands in the address, so that a view can be kept and shared. */
export interface JournalSearch {
  account?: string
  kind?: LogKind
  result?: ResultChoice
  /** Since when, as an instant; the dashboard's numbers lead here with it. */
  since?: string
  /** Telegram's name of an error; the statistics lead here with it, or with a code of ours. */
  error?: string
  code?: string
  /** A delivery or a login: all that belongs to it. */
  trace?: string
  /** Everybody's lines, for admins. */
  scope?: 'all'
}

const TEXTS = ['error', 'code', 'trace'] as const

const texts = (search: Record<string, unknown>): Pick<JournalSearch, (typeof TEXTS)[number]> =>
  Object.fromEntries(TEXTS.filter((name) => typeof search[name] === 'string').map((name) => [name, search[name]]))

/** An address may hold anything: what is not a filter is left out. */
export function readSearch(search: Record<string, unknown>): JournalSearch {
  const kind = KINDS.find((known) => known === search.kind)
  const result = RESULTS.find((known) => known === search.result)
  return {
    ...(typeof search.account === 'string' && { account: search.account }),
    ...(kind && { kind }),
    ...(result && { result }),
    ...(isInstant(search.since) && { since: search.since }),
    ...texts(search),
    ...(search.scope === 'all' && { scope: 'all' }),
  }
}

/** What the server is asked for. */
export const filterOf = ({ account, kind, result, since, error, code, trace, scope }: JournalSearch): JournalFilter => ({
  ...(account && { accountId: account }),
  ...(kind && { kind: [kind] }),
  ...(error && { telegramType: error }),
  ...(code && { code }),
  ...(trace && { traceId: trace }),
  ...(result && { result: result === 'TROUBLE' ? ['REFUSED', 'FAILED'] : [result] }),
  ...(since && { from: since }),
  ...(scope && { scope }),
})

/** Where the same lines are had as a file. */
export function exportAddress(search: JournalSearch): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filterOf(search))) {
    for (const each of [value].flat()) query.append(name, each)
  }
  return `/api/v1/telegram/logs.csv?${query}`
}
