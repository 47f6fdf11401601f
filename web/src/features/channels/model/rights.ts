import type { Channel } from '@/shared/api/types'
import { dangerIn } from '@/shared/lib/danger'

export const RIGHTS = ['post', 'edit', 'delete', 'pin', 'invite'] as const
export type Right = (typeof RIGHTS)[number]

export const rightsOf = (channel: Channel): Right[] => RIGHTS.filter((right) => channel.rights[right])

const rank = (channel: Channel) => (dangerIn(channel) === undefined ? 1 : channel.waiting > 0 ? 0 : 2)

/** Where posts are in danger comes first, then where one may post; then by title. */
export const inOrder = (channels: Channel[]): Channel[] =>
  [...channels].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title))
