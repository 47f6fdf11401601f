import i18next from 'i18next'
import { answer, http } from '@/shared/api/client'
import type { Member } from '@/shared/api/types'
import { type Credentials, logIn } from './session'

export const fetchChallenge = (signal: AbortSignal) => answer(http.GET('/api/auth/captcha', { signal }))

export interface Registration extends Credentials {
  captcha?: string
  invitation?: string
}

export async function register(registration: Registration): Promise<Member> {
  const member = await answer(http.POST('/api/auth/register', { body: { ...registration, language: i18next.language } }))
  await logIn({ email: registration.email, password: registration.password })
  return member
}
