import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { hasCode } from '@/shared/api/problem'
import { keys } from '@/shared/api/queries'
import type { Account, AccountDevice } from '@/shared/api/types'

const devicesKey = (id: string) => [...keys.telegram, 'devices', id]

export const devicesQuery = (id: string) =>
  queryOptions({
    queryKey: devicesKey(id),
    queryFn: async ({ signal }) =>
      (await answer(http.GET('/api/v1/telegram/accounts/{id}/devices', { params: { path: { id } }, signal }))).items,
  })

/** The first lines of the journal of one account. */
export const latestLinesQuery = (accountId: string) =>
  queryOptions({
    queryKey: [...keys.logs, 'latest', accountId],
    queryFn: async ({ signal }) =>
      (await answer(http.GET('/api/v1/telegram/logs', { params: { query: { accountId, limit: 6 } }, signal }))).items,
  })

/** Ended already is ended. */
export function useEndDevice(accountId: string, onDone: (device: AccountDevice) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (device: AccountDevice) => {
      const path = { id: accountId, device: device.id }
      try {
        await answer(http.DELETE('/api/v1/telegram/accounts/{id}/devices/{device}', { params: { path } }))
      } catch (error) {
        if (!hasCode(error, 'device-not-found')) throw error
      }
      return device
    },
    onSuccess: (device) => {
      queryClient.setQueryData<AccountDevice[]>(devicesKey(accountId), (known) => known?.filter(({ id }) => id !== device.id))
      void queryClient.invalidateQueries({ queryKey: keys.logs })
      onDone(device)
    },
  })
}

export function useRest(id: string, onDone: (account: Account) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (act: 'pause' | 'resume') => {
      const at = { params: { path: { id } } }
      return answer(
        act === 'pause'
          ? http.POST('/api/v1/telegram/accounts/{id}/pause', at)
          : http.POST('/api/v1/telegram/accounts/{id}/resume', at),
      )
    },
    onSuccess: (account) => {
      queryClient.setQueryData<Account>([...keys.accounts, 'one', id], account)
      void queryClient.invalidateQueries({ queryKey: keys.telegram })
      onDone(account)
    },
  })
}

/** Names of programs are the same in every language. */
export const FORMATS = {
  TELETHON: 'Telethon',
  GRAMJS: 'GramJS',
  PYROGRAM: 'Pyrogram',
  MTCUTE: 'mtcute',
  TDATA: 'Telegram Desktop (tdata)',
} as const
export type SessionFormat = keyof typeof FORMATS

export const exportSession = (id: string, format: SessionFormat) =>
  answer(http.POST('/api/v1/telegram/accounts/{id}/export', { params: { path: { id } }, body: { format } }))
