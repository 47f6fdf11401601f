import type { AuditOutcome } from '@/shared/api/types'
import { dayBegins } from './day'

/** The acts that this page has words for; a server newer than it may write others. */
export const ACTIONS = [
  'member.sign-in',
  'member.sign-out',
  'member.register',
  'member.reauthenticate',
  'member.password-check',
  'member.password-change',
  'member.password-reset',
  'member.password-reset-mail',
  'member.email-confirm',
  'member.email-change-ask',
  'member.email-change',
  'member.rename',
  'member.role',
  'member.block',
  'member.unblock',
  'member.delete',
  'invitation.create',
  'invitation.resend',
  'invitation.withdraw',
  'session.end',
  'session.end-others',
  'session.refresh-token-reused',
  'totp.on',
  'totp.off',
  'recovery-codes.renew',
  'passkey.add',
  'passkey.remove',
  'provider.link',
  'provider.unlink',
  'api-key.create',
  'api-key.delete',
  'api-key.use',
  'account.import',
  'account.export',
  'account.proxy-set',
  'account.proxy-remove',
  'keys.rotate',
  'request.refused',
  'audit.export',
] as const

export type KnownAction = (typeof ACTIONS)[number]

export const isKnownAction = (action: string): action is KnownAction => ACTIONS.some((known) => known === action)

export const OUTCOMES: AuditOutcome[] = ['OK', 'REFUSED', 'FAILED']

/** The filter as it stands in the address. Days are the person's own, both inclusive. */
export interface AuditSearch {
  member?: string
  action?: string
  outcome?: AuditOutcome
  address?: string
  from?: string
  to?: string
}

const LONGEST = 254
const TEXTS = ['member', 'action', 'address'] as const
const DAYS = ['from', 'to'] as const

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))

/** An address may hold anything: what is not a filter is left out. */
export function readSearch(search: Record<string, unknown>): AuditSearch {
  const outcome = OUTCOMES.find((known) => known === search.outcome)
  const texts = TEXTS.filter((name) => isText(search[name])).map((name) => [name, search[name]])
  const days = DAYS.filter((name) => isDay(search[name])).map((name) => [name, search[name]])
  return { ...Object.fromEntries([...texts, ...days]), ...(outcome && { outcome }) }
}

/** What the server is asked for. */
export function filterOf({ from, to, ...same }: AuditSearch, zone: string) {
  return {
    ...same,
    ...(from && { from: dayBegins(from, 0, zone) }),
    ...(to && { to: dayBegins(to, 1, zone) }),
  }
}

export type AuditFilter = ReturnType<typeof filterOf>

/** Where the same lines are had as a file. */
export const exportAddress = (filter: AuditFilter): string => `/api/v1/audit/export?${new URLSearchParams(filter)}`
