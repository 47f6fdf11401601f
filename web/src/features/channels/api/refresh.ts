import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { Account } from '@/shared/api/types'

/** Asks Telegram again where these accounts may post. One account's failure does not hide the others' news. */
export function useRefreshChannels() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (accounts: Account[]) => {
      const asked = await Promise.allSettled(
        accounts.map(({ id }) =>
          answer(http.POST('/api/v1/telegram/accounts/{id}/channels/refresh', { params: { path: { id } } })),
        ),
      )
      const failed = asked.find((result) => result.status === 'rejected')
      if (failed) throw failed.reason
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.channels }),
  })
}
