/** A number as Telegram takes it: digits with a leading plus; spaces, brackets and dashes are for people. */
export function normalizePhone(typed: string): string | undefined {
  const digits = typed.replace(/[\s()\-.\u00a0]/g, '').replace(/^00/, '+')
  return /^\+?\d{7,15}$/.test(digits) ? `+${digits.replace('+', '')}` : undefined
}

export const digitsOf = (typed: string): string => typed.replace(/\D/g, '')
