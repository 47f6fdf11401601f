import type { Member, Scope } from '@/shared/api/types'

/** What a key of a member with this role can be made for. The server decides; this is what is offered. */
const SCOPES: Record<Member['role'], Scope[]> = {
  admin: ['read', 'publish', 'connect', 'admin'],
  user: ['read', 'publish', 'connect'],
  viewer: ['read'],
}

export const scopesOf = (role: Member['role']): Scope[] => SCOPES[role]

/** How long a key lasts, in days; `never` until it is deleted. */
export const LIVES = ['30', '90', '365', 'never'] as const
export type Life = (typeof LIVES)[number]

const DAY_MILLIS = 86_400_000

export const endOf = (life: Life, nowMillis: number): string | undefined =>
  life === 'never' ? undefined : new Date(nowMillis + Number(life) * DAY_MILLIS).toISOString()
