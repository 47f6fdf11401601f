import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, http } from './client'
import type { Delivery, DeliveryStateName, LogKind, LogResult } from './types'

// What more than one feature reads. What a feature alone does to the server lives in its own api folder.
const MINUTE = 60_000

export const keys = {
  me: ['me'],
  telegram: ['telegram'],
  mode: ['telegram', 'mode'],
  accounts: ['telegram', 'accounts'],
  channels: ['telegram', 'channels'],
  logins: ['telegram', 'logins'],
  deliveries: ['telegram', 'deliveries'],
  logs: ['telegram', 'logs'],
} as const

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => answer(http.GET('/api/auth/me', { signal })),
  staleTime: 5 * MINUTE,
})

export const modeQuery = queryOptions({
  queryKey: keys.mode,
  queryFn: ({ signal }) => answer(http.GET('/api/v1/telegram/mode', { signal })),
  staleTime: MINUTE,
  // The sandbox may still be starting: ask again until it is ready.
  refetchInterval: (query) => (query.state.data?.ready === false ? 3000 : false),
})

export const accountsQuery = queryOptions({
  queryKey: keys.accounts,
  queryFn: async ({ signal }) => (await answer(http.GET('/api/v1/telegram/accounts', { signal }))).items,
})

export const channelsQuery = queryOptions({
  queryKey: keys.channels,
  queryFn: async ({ signal }) => (await answer(http.GET('/api/v1/telegram/channels', { signal }))).items,
})

export const openLoginsQuery = queryOptions({
  queryKey: [...keys.logins, 'open'],
  queryFn: async ({ signal }) => (await answer(http.GET('/api/v1/telegram/connect', { signal }))).items,
})

export const loginQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.logins, id],
    queryFn: ({ signal }) => answer(http.GET('/api/v1/telegram/connect/{id}', { params: { path: { id } }, signal })),
  })

export const isFinal = (state: DeliveryStateName | undefined) =>
  state === 'SENT' || state === 'REFUSED' || state === 'CANCELLED'

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.deliveries, 'one', id],
    queryFn: ({ signal }) => answer(http.GET('/api/v1/telegram/messages/{id}', { params: { path: { id } }, signal })),
    // Events bring the changes; asking is for the time when the stream is cut.
    refetchInterval: (query) => (isFinal(query.state.data?.state) ? false : 2000),
  })

export const latestDeliveriesQuery = (limit: number, filter: { channelId?: string } = {}) =>
  queryOptions({
    queryKey: [...keys.deliveries, 'latest', limit, filter],
    queryFn: async ({ signal }): Promise<Delivery[]> =>
      (await answer(http.GET('/api/v1/telegram/messages', { params: { query: { ...filter, limit } }, signal }))).items,
  })

export interface JournalFilter {
  accountId?: string
  kind?: LogKind
  result?: LogResult
}

const JOURNAL_PAGE = 50

export const journalQuery = (filter: JournalFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.logs, filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        http.GET('/api/v1/telegram/logs', {
          params: { query: { ...filter, limit: JOURNAL_PAGE, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor || undefined,
  })
