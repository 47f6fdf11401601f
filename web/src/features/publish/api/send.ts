import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { PostEnclosures, PostOptionsRequest } from '@/shared/api/types'
import { attemptFor } from '../model/draft'
import type { Post } from '../model/document'

export interface Sending extends Post {
  channelId: string
  options?: PostOptionsRequest
  enclosures?: PostEnclosures
  plannedLocal?: string
  timeZone?: string
}

/** Sends under a key that is kept until it has an answer, so that trying again never doubles a post. */
export function useSend() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Sending) =>
      answer(
        http.POST('/api/v1/telegram/messages', {
          body,
          params: { header: { 'Idempotency-Key': attemptFor(body).key } },
        }),
      ),
    onSuccess: (delivery) => {
      queryClient.setQueryData([...keys.deliveries, 'one', delivery.id], delivery)
      void queryClient.invalidateQueries({ queryKey: [...keys.deliveries, 'latest'] })
      void queryClient.invalidateQueries({ queryKey: [...keys.deliveries, 'planned'] })
    },
  })
}
