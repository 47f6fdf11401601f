import type { Delivery } from '../api/types'

/** Where a post stands: its channel, in a forum with the topic. */
export const placeOf = ({ channelTitle, options: { topic } }: Delivery): string =>
  topic?.title ? `${channelTitle} › ${topic.title}` : channelTitle
