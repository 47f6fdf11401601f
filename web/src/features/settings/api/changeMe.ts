import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { Member, ProfileChange } from '@/shared/api/types'

/** Changes the member's own profile. The cabinet shows the new one at once, and the old one again if it was refused. */
export function useChangeMe(onDone?: (member: Member) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: ProfileChange) => answer(http.PATCH('/api/auth/me', { body: change })),
    onSuccess: (member) => {
      queryClient.setQueryData(keys.me, member)
      onDone?.(member)
    },
  })
}
