import type { Channel } from '@/shared/api/types'

export type Danger = NonNullable<Channel['lost']> | 'NO_RIGHT'

/** Why a post to this channel would not go out just now; undefined when nothing is known against it. */
export const dangerIn = ({ canPost, lost }: Pick<Channel, 'canPost' | 'lost'>): Danger | undefined =>
  lost ?? (canPost ? undefined : 'NO_RIGHT')

/** Channels where posts wait that would not go out. */
export const endangered = (channels: Channel[]): Channel[] =>
  channels.filter((channel) => channel.waiting > 0 && dangerIn(channel) !== undefined)
