import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import type { Invitation, InvitationRequest, Person } from '@/shared/api/types'
import type { PeopleSearch } from '../model/search'

export type Role = Person['role']

export const peopleKey = ['people']
export const invitationsKey = ['invitations']

const PAGE = 50

export const peopleQuery = ({ find, role, state }: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, { find, role, state }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        http.GET('/api/v1/people', {
          params: { query: { search: find, role, state, limit: PAGE, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor || undefined,
  })

/** Who could be given the accounts of somebody who is deleted. */
export const heirsQuery = (find: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'heirs', find],
    queryFn: async ({ signal }) => {
      const { items } = await answer(
        http.GET('/api/v1/people', { params: { query: { search: find || undefined, state: 'active', limit: PAGE } }, signal }),
      )
      return items.filter(({ role }) => role !== 'viewer')
    },
  })

const path = (id: string) => ({ path: { id } })

export const changeRole = (id: string, role: Role) => answer(http.PATCH('/api/v1/people/{id}', { params: path(id), body: { role } }))
export const block = (id: string) => answer(http.POST('/api/v1/people/{id}/block', { params: path(id) }))
export const unblock = (id: string) => answer(http.POST('/api/v1/people/{id}/unblock', { params: path(id) }))

/** @param heir who gets the Telegram accounts; without one they are disconnected */
export const deletePerson = (id: string, heir?: string) =>
  answer(
    http.DELETE('/api/v1/people/{id}', {
      params: { ...path(id), query: heir ? { accounts: 'hand-over', to: heir } : { accounts: 'disconnect' } },
    }),
  )

export const invitationsQuery = queryOptions({
  queryKey: invitationsKey,
  queryFn: async ({ signal }): Promise<Invitation[]> => (await answer(http.GET('/api/v1/invitations', { signal }))).items,
})

export const invite = (body: InvitationRequest) => answer(http.POST('/api/v1/invitations', { body }))
export const resend = (id: string) => answer(http.POST('/api/v1/invitations/{id}/resend', { params: path(id) }))
export const withdraw = (id: string) => answer(http.DELETE('/api/v1/invitations/{id}', { params: path(id) }))
