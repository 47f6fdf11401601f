import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { Delivery, PostOptionsRequest } from '@/shared/api/types'
import type { Post } from '../model/document'

/** What is to be different; what is absent stays as it is. */
export interface Change extends Partial<Post> {
  options?: PostOptionsRequest
  plannedLocal?: string
  timeZone?: string
}

export type LiveAct = 'pin' | 'unpin' | 'delete'

function keep(queryClient: QueryClient, delivery: Delivery) {
  queryClient.setQueryData([...keys.deliveries, 'one', delivery.id], delivery)
  void queryClient.invalidateQueries({ queryKey: [...keys.deliveries, 'latest'] })
  void queryClient.invalidateQueries({ queryKey: [...keys.deliveries, 'planned'] })
}

/** An answer of the server is the post as it is now; what needs Telegram is still under way then. */
function useDelivery<T>(ask: (wish: T) => Promise<Delivery>) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: ask, onSuccess: (delivery) => keep(queryClient, delivery) })
}

const path = (id: string) => ({ params: { path: { id } } })

export const useChange = () =>
  useDelivery(({ id, ...body }: Change & { id: string }) =>
    answer(http.PATCH('/api/v1/telegram/messages/{id}', { ...path(id), body })),
  )

export const useCancel = () =>
  useDelivery((id: string) => answer(http.POST('/api/v1/telegram/messages/{id}/cancel', path(id))))

/** Takes a cancellation back, or tries again what was refused. */
export const useRetry = () =>
  useDelivery((id: string) => answer(http.POST('/api/v1/telegram/messages/{id}/retry', path(id))))

export const useLiveAct = () =>
  useDelivery(({ id, act }: { id: string; act: LiveAct }) =>
    answer(
      act === 'delete'
        ? http.DELETE('/api/v1/telegram/messages/{id}', path(id))
        : act === 'pin'
          ? http.POST('/api/v1/telegram/messages/{id}/pin', path(id))
          : http.POST('/api/v1/telegram/messages/{id}/unpin', path(id)),
    ),
  )
