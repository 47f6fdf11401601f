import type { QueryClient, QueryFilters } from '@tanstack/react-query'

/**
 * What is known may be out of date. That a question is on its way for the first time, does not help: its answer may have been read before the news,
 * and such a question is not begun anew by an invalidation.
 */
export function askAgain(queryClient: QueryClient, filters: QueryFilters): void {
  const first = queryClient.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' }).filter(({ state }) => state.data === undefined)
  void queryClient.invalidateQueries(filters)
  for (const query of first) {
    const again = () => void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
    query.promise?.then(again, () => undefined)
  }
}
