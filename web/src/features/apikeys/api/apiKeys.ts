import { queryOptions } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { NewApiKey } from '@/shared/api/types'

export const apiKeysKey = [...keys.me, 'api-keys']

export const apiKeysQuery = queryOptions({
  queryKey: apiKeysKey,
  queryFn: async ({ signal }) => (await answer(http.GET('/api/auth/api-keys', { signal }))).items,
})

export const createApiKey = (body: NewApiKey) => answer(http.POST('/api/auth/api-keys', { body }))

export const deleteApiKey = (id: string) => answer(http.DELETE('/api/auth/api-keys/{id}', { params: { path: { id } } }))
