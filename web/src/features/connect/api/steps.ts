import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { Login, ProxyRequest } from '@/shared/api/types'

/** Every step answers the login as it now stands; the page shows what it says, never what it hopes. */
function useStep<T>(step: (value: T) => Promise<Login>, onSettled?: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSuccess: (login) => {
      queryClient.setQueryData([...keys.logins, login.id], login)
      void queryClient.invalidateQueries({ queryKey: [...keys.logins, 'open'] })
      if (login.batchId) void queryClient.invalidateQueries({ queryKey: keys.batches })
      if (login.step === 'SIGNED_IN') {
        void queryClient.invalidateQueries({ queryKey: keys.accounts })
        void queryClient.invalidateQueries({ queryKey: keys.channels })
      }
    },
    // A code, a password or a proxy's secret in it is not to stay in memory.
    gcTime: 0,
    // Here and not at the call: the step that asked is off the page before its own callback could run.
    onSettled,
  })
}

export const useStart = () =>
  useStep(({ phone, proxy }: { phone: string; proxy?: ProxyRequest }) =>
    answer(http.POST('/api/v1/telegram/connect', { body: { method: 'code', phoneNumber: phone, proxy } })),
  )

export const useStartQr = () =>
  useStep((proxy?: ProxyRequest) => answer(http.POST('/api/v1/telegram/connect', { body: { method: 'qr', proxy } })))

const at = (id: string) => ({ params: { path: { id } } })

export const useCode = (id: string) =>
  useStep((code: string) => answer(http.POST('/api/v1/telegram/connect/{id}/code', { ...at(id), body: { code } })))

export const usePassword = (id: string) =>
  useStep((password: string) =>
    answer(http.POST('/api/v1/telegram/connect/{id}/password', { ...at(id), body: { password } })),
  )

export const useResend = (id: string) =>
  useStep(() => answer(http.POST('/api/v1/telegram/connect/{id}/resend', at(id))))

export const useCancel = (id: string, onDone?: () => void) =>
  useStep(() => answer(http.POST('/api/v1/telegram/connect/{id}/cancel', at(id))), onDone)
