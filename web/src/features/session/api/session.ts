import { answer, http } from '@/shared/api/client'
import { hasCode, problemOf } from '@/shared/api/problem'

export interface Credentials {
  email: string
  password: string
}

/** What the server asks for after the password. */
export interface SecondFactor {
  challenge: string
  methods: string[]
}

/**
 * Opens a cookie session: the tokens stay in HttpOnly cookies that no script can read. Answers what is still
 * asked for, or nothing when the session is open.
 */
export async function logIn(credentials: Credentials): Promise<SecondFactor | null> {
  try {
    await answer(http.POST('/api/auth/login', { body: credentials, params: { header: { 'X-Session': 'cookie' } } }))
    return null
  } catch (error) {
    const asked = secondFactorOf(error)
    if (!asked) throw error
    return asked
  }
}

/** What a sign-in that is half done asks for. */
export function secondFactorOf(error: unknown): SecondFactor | undefined {
  if (!hasCode(error, 'second-factor-needed')) return undefined
  const { challenge, methods } = problemOf(error)
  return challenge ? { challenge, methods: methods ?? [] } : undefined
}

export const finishLogIn = (body: { challenge: string; code?: string; recoveryCode?: string }) =>
  answer(http.POST('/api/auth/login/second-factor', { body, headers: { 'X-Session': 'cookie' } }))

export const logOut = () => answer(http.POST('/api/auth/logout'))
