import { problemOf } from '@/shared/api/problem'
import type { FieldFault } from './validation'

/** Why the server does not take a new password; null when that is not what went wrong. */
export function refusedPassword(error: unknown, field: string): FieldFault | null {
  const fault = problemOf(error).fields.find((one) => one.field === field)
  if (!fault) return null
  if (fault.code === 'common') return 'passwordCommon'
  return fault.code === 'weak' ? 'passwordWeak' : 'passwordRefused'
}
