import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { Account } from '@/shared/api/types'

export function useAddBot(onDone: (bot: Account) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (token: string) => answer(http.POST('/api/v1/telegram/bots', { body: { token } })),
    onSuccess: (bot) => {
      void queryClient.invalidateQueries({ queryKey: keys.accounts })
      onDone(bot)
    },
  })
}
