import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import type { AuditFilter } from '../model/filter'

const PAGE = 50

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(http.GET('/api/v1/audit', { params: { query: { ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor || undefined,
  })
