import { queryOptions } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'

const security = [...keys.me, 'security']

export const securityKeys = { all: security, totp: [...security, 'totp'], passkeys: [...security, 'passkeys'] }

export const totpQuery = queryOptions({
  queryKey: securityKeys.totp,
  queryFn: ({ signal }) => answer(http.GET('/api/auth/totp', { signal })),
})

export const passkeysQuery = queryOptions({
  queryKey: securityKeys.passkeys,
  queryFn: async ({ signal }) => (await answer(http.GET('/api/auth/passkeys', { signal }))).items,
})

export const beginTotp = () => answer(http.POST('/api/auth/totp'))

export const confirmTotp = async (code: string) =>
  (await answer(http.POST('/api/auth/totp/confirm', { body: { code } }))).recoveryCodes

export const switchTotpOff = () => answer(http.DELETE('/api/auth/totp'))

export const renewRecoveryCodes = async () => (await answer(http.POST('/api/auth/recovery-codes'))).recoveryCodes

export const renamePasskey = (id: string, name: string) =>
  answer(http.PATCH('/api/auth/passkeys/{id}', { params: { path: { id } }, body: { name } }))

export const removePasskey = (id: string) => answer(http.DELETE('/api/auth/passkeys/{id}', { params: { path: { id } } }))

export const unlinkProvider = (id: string) => answer(http.DELETE('/api/auth/oidc/identities/{id}', { params: { path: { id } } }))

export const proveWithPassword = (currentPassword: string) =>
  answer(http.POST('/api/auth/reauthenticate', { body: { currentPassword } }))
