import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Person } from '@/shared/api/types'
import { toastWithUndo } from '@/shared/ui/toast'
import { block, changeRole, peopleKey, type Role, unblock } from '../api/people'
import type { WithProof } from './withProof'

/** What is done at once and can be taken back. */
export function usePeopleActs(withProof: WithProof) {
  const { t } = useTranslation(['people', 'shell'])
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: peopleKey })
  const role = useMutation({
    mutationFn: ({ person, to }: { person: Person; to: Role; quietly?: boolean }) => withProof(() => changeRole(person.id, to)),
    onSuccess: (changed, { person, quietly }) => {
      if (changed && !quietly) {
        toastWithUndo(t('roleChanged', { name: person.username, role: t(`shell:role.${changed.role}`) }), () =>
          role.mutate({ person, to: person.role, quietly: true }),
        )
      }
      return refresh()
    },
  })
  const bar = useMutation({
    mutationFn: ({ person, out }: { person: Person; out: boolean; quietly?: boolean }) => (out ? block(person.id) : unblock(person.id)),
    onSuccess: (_, { person, out, quietly }) => {
      if (!quietly) {
        toastWithUndo(t(out ? 'blocked' : 'unblocked', { name: person.username }), () => bar.mutate({ person, out: !out, quietly: true }))
      }
      return refresh()
    },
  })
  const busy = (role.isPending && role.variables.person.id) || (bar.isPending && bar.variables.person.id)
  return {
    changeRole: (person: Person, to: Role) => role.mutate({ person, to }),
    setBlocked: (person: Person, out: boolean) => bar.mutate({ person, out }),
    /** Whose row waits for the server. */
    busy: busy || undefined,
    error: role.error ?? bar.error,
  }
}

export type PeopleActs = ReturnType<typeof usePeopleActs>
