import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import { asked, type Period } from '../model/period'

export const errorsQuery = (period: Period, scope: 'own' | 'all', timeZone: string) =>
  queryOptions({
    queryKey: [...keys.errors, period, scope, timeZone],
    queryFn: ({ signal }) =>
      answer(
        http.GET('/api/v1/telegram/stats/errors', {
          params: { query: { ...asked(period, Date.now()), scope, timeZone } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
