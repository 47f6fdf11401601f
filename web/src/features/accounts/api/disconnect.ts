import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { hasCode } from '@/shared/api/problem'
import { keys } from '@/shared/api/queries'
import type { Account } from '@/shared/api/types'

/** Logs the account out at Telegram and takes it from the list. Gone already is gone. */
export function useDisconnect(onDone: (account: Account) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (account: Account) => {
      try {
        await answer(http.DELETE('/api/v1/telegram/accounts/{id}', { params: { path: { id: account.id } } }))
      } catch (error) {
        if (!hasCode(error, 'account-not-found')) throw error
      }
      return account
    },
    onSuccess: (account) => {
      queryClient.setQueryData<Account[]>(keys.accounts, (known) => known?.filter(({ id }) => id !== account.id))
      void queryClient.invalidateQueries({ queryKey: keys.telegram })
      onDone(account)
    },
  })
}
