import { queryOptions } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'

export const sessionsKey = [...keys.me, 'sessions']

export const sessionsQuery = queryOptions({
  queryKey: sessionsKey,
  queryFn: async ({ signal }) => (await answer(http.GET('/api/auth/sessions', { signal }))).items,
})

export const endSession = (id: string) => answer(http.DELETE('/api/auth/sessions/{id}', { params: { path: { id } } }))

export const endOtherSessions = () => answer(http.POST('/api/auth/sessions/end-others'))
