import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'

/** The server looks anew for each question; its own board looks as often. */
const LOOK_EVERY_MILLIS = 15_000

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => answer(http.GET('/api/v1/health/detailed', { signal })),
  refetchInterval: LOOK_EVERY_MILLIS,
})

export const peopleStatisticsQuery = queryOptions({
  queryKey: ['people', 'statistics'],
  queryFn: ({ signal }) => answer(http.GET('/api/v1/statistics/people', { signal })),
  refetchInterval: 60_000,
})

/** Which key encrypts what is secret; while everything is encrypted anew, one looks every second. */
export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => answer(http.GET('/api/v1/admin/keys', { signal })),
  refetchInterval: ({ state: { data } }) => (data?.underWay && data.renewed < data.values ? 1_000 : 30_000),
})

export function useRotateKeys(onDone: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => answer(http.POST('/api/v1/admin/keys/rotate', {})),
    onSuccess: (status) => {
      queryClient.setQueryData(keysQuery.queryKey, status)
      onDone()
    },
  })
}
