import i18next from 'i18next'
import { answer, http } from '@/shared/api/client'

const language = () => i18next.language

/** An empty current password is that of somebody who has none. */
export const changeEmail = ({ email, currentPassword }: { email: string; currentPassword: string }) =>
  answer(http.POST('/api/auth/email/change', { body: { email, ...(currentPassword && { currentPassword }), language: language() } }))

export const changePassword = ({ newPassword, currentPassword }: { currentPassword: string; newPassword: string }) =>
  answer(http.POST('/api/auth/password/change', { body: { newPassword, ...(currentPassword && { currentPassword }), language: language() } }))
