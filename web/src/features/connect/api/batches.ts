import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { Batch, ProxyRequest } from '@/shared/api/types'
import { newKey } from '@/shared/lib/newKey'

function useAct<T>(act: (value: T) => Promise<Batch>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (batch) => {
      queryClient.setQueryData([...keys.batches, 'one', batch.id], batch)
      void queryClient.invalidateQueries({ queryKey: [...keys.batches, 'list'] })
    },
  })
}

/** Begins a list. The same numbers by the same way tried again keep their key, so that no answer lost on its way makes a second list. */
export function useBegin() {
  const attempt = useRef({ said: '', key: '' })
  return useAct(({ numbers, proxy }: { numbers: string[]; proxy?: ProxyRequest }) => {
    const said = JSON.stringify([numbers, proxy])
    if (attempt.current.said !== said) attempt.current = { said, key: newKey() }
    return answer(
      http.POST('/api/v1/telegram/connect/batches', {
        body: { numbers, proxy },
        params: { header: { 'Idempotency-Key': attempt.current.key } },
      }),
    )
  })
}

const at = (id: string) => ({ params: { path: { id } } })
const rowAt = (id: string, line: number) => ({ params: { path: { id, line } } })

export const useCancelBatch = (id: string) =>
  useAct(() => answer(http.POST('/api/v1/telegram/connect/batches/{id}/cancel', at(id))))

export const useRetryBatch = (id: string) =>
  useAct(() => answer(http.POST('/api/v1/telegram/connect/batches/{id}/retry', at(id))))

export const useCancelRow = (id: string, line: number) =>
  useAct(() => answer(http.POST('/api/v1/telegram/connect/batches/{id}/rows/{line}/cancel', rowAt(id, line))))

export const useRetryRow = (id: string, line: number) =>
  useAct(() => answer(http.POST('/api/v1/telegram/connect/batches/{id}/rows/{line}/retry', rowAt(id, line))))
