export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
const EMAIL_MAX = 254

export type FieldFault = 'emailMissing' | 'emailWrong' | 'passwordMissing' | 'passwordShort' | 'passwordLong' | 'confirmationDiffers' | 'passwordCommon' | 'passwordWeak' | 'passwordRefused'

// Catches slips of the hand. Whether the address exists only the server's mail can tell.
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

export function emailFault(email: string): FieldFault | null {
  const trimmed = email.trim()
  if (trimmed === '') return 'emailMissing'
  return EMAIL.test(trimmed) && trimmed.length <= EMAIL_MAX ? null : 'emailWrong'
}

export function newPasswordFault(password: string): FieldFault | null {
  if (password === '') return 'passwordMissing'
  if (password.length < PASSWORD_MIN) return 'passwordShort'
  return password.length > PASSWORD_MAX ? 'passwordLong' : null
}

export const confirmationFault = (confirmation: string, password: string): FieldFault | null =>
  confirmation === password ? null : 'confirmationDiffers'

export type Strength = 'short' | 'weak' | 'fair' | 'strong'

/** A hint, not a gate: length counts most, variety a little, repetition against it. */
export function strength(password: string): Strength {
  if (password.length < PASSWORD_MIN) return 'short'
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length
  const distinct = new Set(password).size
  if (distinct < 6) return 'weak'
  const points = Math.min(distinct, 20) + kinds * 2
  if (points < 14) return 'weak'
  return points < 21 ? 'fair' : 'strong'
}

/** Only a path inside the cabinet may be the place to go to after the login. */
export const safeNext = (next: unknown): string | undefined =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && !/^\/(login|register|forgot-password|reset-password|confirm-email|oidc\/)/.test(next) ? next : undefined
