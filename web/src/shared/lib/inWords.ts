import type { Delivery } from '../api/types'

/** A post in a line: its text, or else what it carries. */
export const inWords = ({ text, enclosures: { media, poll } }: Delivery): string =>
  text || poll?.question || media.map(({ name }) => name).join(', ')
