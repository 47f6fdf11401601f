import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { ProxyRequest } from '@/shared/api/types'

export function useAddBot() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ token, proxy }: { token: string; proxy?: ProxyRequest }) =>
      answer(http.POST('/api/v1/telegram/bots', { body: { token, proxy } })),
    // The token and a proxy's secret are not to stay in memory.
    gcTime: 0,
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.accounts }),
  })
}
