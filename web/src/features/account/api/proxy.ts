import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { AccountProxy, ProxyRequest } from '@/shared/api/types'

const proxyKey = (id: string) => [...keys.telegram, 'proxy', id]

const at = (id: string) => ({ params: { path: { id } } })

export const proxyQuery = (id: string) =>
  queryOptions({
    queryKey: proxyKey(id),
    queryFn: ({ signal }) => answer(http.GET('/api/v1/telegram/accounts/{id}/proxy', { ...at(id), signal })),
  })

/** Tested first: it takes some seconds, and a proxy that does not lead to Telegram changes nothing. */
export function useSetProxy(id: string, onDone: (proxy: AccountProxy) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: ProxyRequest) => answer(http.PUT('/api/v1/telegram/accounts/{id}/proxy', { ...at(id), body })),
    onSuccess: (proxy) => {
      queryClient.setQueryData(proxyKey(id), proxy)
      onDone(proxy)
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.logs }),
    // The password or secret in it is not to stay in memory.
    gcTime: 0,
  })
}

export function useRemoveProxy(id: string, onDone: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => answer(http.DELETE('/api/v1/telegram/accounts/{id}/proxy', at(id))),
    onSuccess: () => {
      queryClient.setQueryData<AccountProxy>(proxyKey(id), { hasPassword: false })
      void queryClient.invalidateQueries({ queryKey: keys.logs })
      onDone()
    },
  })
}
