import { answer, http } from '@/shared/api/client'
import type { Member } from '@/shared/api/types'

export interface Credentials {
  email: string
  password: string
}

/** Opens a cookie session: the tokens stay in HttpOnly cookies that no script can read. */
export const logIn = (credentials: Credentials) =>
  answer(http.POST('/api/auth/login', { body: credentials, params: { header: { 'X-Session': 'cookie' } } }))

export async function register(credentials: Credentials): Promise<Member> {
  const member = await answer(http.POST('/api/auth/register', { body: credentials }))
  await logIn(credentials)
  return member
}

export const logOut = () => answer(http.POST('/api/auth/logout'))
