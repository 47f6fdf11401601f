import { queryOptions } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { Channel } from '@/shared/api/types'

const FRESH = 5 * 60_000

/** Topics and names of a group. Telegram is asked when that was long ago; what was kept is better than nothing. */
export const choicesQuery = ({ id, forum }: Channel) =>
  queryOptions({
    queryKey: [...keys.channels, 'choices', id],
    staleTime: FRESH,
    queryFn: async ({ signal }) => {
      const path = { params: { path: { id } }, signal }
      const kept = await answer(http.GET('/api/v1/telegram/channels/{id}/choices', path))
      if (kept.checkedAt && Date.now() - Date.parse(kept.checkedAt) < FRESH) return kept
      try {
        return await answer(http.POST('/api/v1/telegram/channels/{id}/choices/refresh', path))
      } catch (problem) {
        if (forum && kept.topics.length === 0) throw problem
        return kept
      }
    },
  })
