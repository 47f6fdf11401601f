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
  batches: ['telegram', 'batches'],
  deliveries: ['telegram', 'deliveries'],
  logs: ['telegram', 'logs'],
  overview: ['telegram', 'overview'],
  errors: ['telegram', 'errors'],
  floods: ['telegram', 'floods'],
} as const

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => answer(http.GET('/api/auth/me', { signal })),
  staleTime: 5 * MINUTE,
})

/** Who may register and what it takes; where mail is while no mail server is set up. */
export const registrationQuery = queryOptions({
  queryKey: ['registration'],
  queryFn: ({ signal }) => answer(http.GET('/api/auth/registration', { signal })),
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

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.accounts, 'one', id],
    queryFn: ({ signal }) => answer(http.GET('/api/v1/telegram/accounts/{id}', { params: { path: { id } }, signal })),
  })

/** Everybody's, for admins: at most 500, those that need somebody first. */
export const allAccountsQuery = queryOptions({
  queryKey: [...keys.accounts, 'all'],
  queryFn: async ({ signal }) =>
    (await answer(http.GET('/api/v1/telegram/accounts', { params: { query: { scope: 'all' } }, signal }))).items,
})

export const channelsQuery = queryOptions({
  queryKey: keys.channels,
  queryFn: async ({ signal }) => (await answer(http.GET('/api/v1/telegram/channels', { signal }))).items,
})

export const overviewQuery = (scope: 'own' | 'all', timeZone: string) =>
  queryOptions({
    queryKey: [...keys.overview, scope, timeZone],
    queryFn: ({ signal }) =>
      answer(http.GET('/api/v1/telegram/stats/overview', { params: { query: { scope, timeZone } }, signal })),
    refetchInterval: MINUTE,
  })

/** Which pauses Telegram has asked for; events tell of new ones, and a wait ends by the clock. */
export const floodWaitsQuery = (scope: 'own' | 'all', accountId?: string) =>
  queryOptions({
    queryKey: [...keys.floods, scope, accountId],
    queryFn: async ({ signal }) =>
      (await answer(http.GET('/api/v1/telegram/flood-waits', { params: { query: { scope, ...(accountId && { accountId }) } }, signal }))).items,
    refetchInterval: MINUTE,
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

/** Lists of numbers of the last days, without their rows. */
export const batchesQuery = queryOptions({
  queryKey: [...keys.batches, 'list'],
  queryFn: async ({ signal }) => (await answer(http.GET('/api/v1/telegram/connect/batches', { signal }))).items,
})

export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.batches, 'one', id],
    queryFn: ({ signal }) => answer(http.GET('/api/v1/telegram/connect/batches/{id}', { params: { path: { id } }, signal })),
    // Events bring the changes; asking is for the time when the stream is cut.
    refetchInterval: (query) => (query.state.data?.unfinished === 0 ? false : 5000),
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

/** What goes out later, the next one first; a post for now only passes through this state. */
export const plannedDeliveriesQuery = queryOptions({
  queryKey: [...keys.deliveries, 'planned'],
  queryFn: async ({ signal }): Promise<Delivery[]> =>
    (await answer(http.GET('/api/v1/telegram/messages', { params: { query: { state: 'PLANNED', limit: 200 } }, signal }))).items,
  select: (posts) =>
    posts
      .filter(({ plannedAt, createdAt }) => Date.parse(plannedAt) > Date.parse(createdAt))
      .sort((a, b) => Date.parse(a.plannedAt) - Date.parse(b.plannedAt)),
})

export interface JournalFilter {
  accountId?: string
  kind?: LogKind[]
  result?: LogResult[]
  code?: string
  telegramType?: string
  traceId?: string
  from?: string
  to?: string
  scope?: 'all'
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
