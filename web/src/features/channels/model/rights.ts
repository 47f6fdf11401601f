import type { Channel } from '@/shared/api/types'

export const RIGHTS = ['post', 'edit', 'delete', 'pin', 'invite'] as const
export type Right = (typeof RIGHTS)[number]

export const rightsOf = (channel: Channel): Right[] => RIGHTS.filter((right) => channel.rights[right])

/** Where one may post comes first; then by title. */
export const inOrder = (channels: Channel[]): Channel[] =>
  [...channels].sort((a, b) => Number(b.canPost) - Number(a.canPost) || a.title.localeCompare(b.title))
