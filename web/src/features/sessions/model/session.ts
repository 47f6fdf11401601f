import type { WebSession } from '@/shared/api/types'

const PHONES = new Set(['iPhone', 'iPad', 'Android'])
const METHODS = ['password', 'password-and-totp', 'password-and-recovery-code', 'passkey', 'oidc', 'oidc-and-totp', 'oidc-and-recovery-code'] as const

/** “Firefox · Windows”, and what picture stands for it. A program has no system that it tells. */
export function deviceOf({ browser, system }: Pick<WebSession, 'browser' | 'system'>) {
  const kind = system && PHONES.has(system) ? 'phone' : browser && !system ? 'program' : 'computer'
  return { kind, name: [browser, system].filter(Boolean).join(' · ') || undefined } as const
}

/** A method that this page does not know yet is at least a password. */
export const methodOf = (method: string) => METHODS.find((known) => known === method) ?? 'password'
