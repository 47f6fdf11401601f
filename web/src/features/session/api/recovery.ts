import i18next from 'i18next'
import { answer, http } from '@/shared/api/client'

/** Mails are written in the language of the page that causes them. */
const language = () => i18next.language

/** What following the link of a mail has led to. */
export const confirmEmail = (token: string) =>
  answer(http.POST('/api/auth/email/confirm', { body: { token, language: language() } }))

export const askForReset = (email: string) =>
  answer(http.POST('/api/auth/password/forgot', { body: { email, language: language() } }))

export const resetPassword = (token: string, password: string) =>
  answer(http.POST('/api/auth/password/reset', { body: { token, password, language: language() } }))
