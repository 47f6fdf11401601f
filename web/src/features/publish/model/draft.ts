import { newKey } from '@/shared/lib/newKey'
import { readOwn, writeOwn } from '@/shared/lib/own'
import type { DocNode } from './document'
import type { KeptEnclosures } from './enclosures'

const DRAFT = 'draft'

/** What is being written and, if it was tried, under which key: a repetition after a reload is the same post. */
export interface Draft {
  document?: DocNode
  channelId?: string
  enclosures?: KeptEnclosures
  attempt?: Attempt
  /** The last post that was taken, until it is known whether Telegram took it too. */
  sent?: { deliveryId: string; document?: DocNode }
}

export interface Attempt {
  key: string
  body: string
}

export function readDraft(): Draft {
  const stored = readOwn(DRAFT)
  return typeof stored === 'object' && stored !== null ? (stored as Draft) : {}
}

export const keepDraft = (change: Partial<Draft>) => writeOwn(DRAFT, { ...readDraft(), ...change })

/** Puts the text of a refused post back into the draft, when it is the one that was sent last. */
export const canBringBack = (deliveryId: string) => readDraft().sent?.deliveryId === deliveryId

export const bringBack = () => keepDraft({ document: readDraft().sent?.document, sent: undefined })

/** The key of this very body: the earlier one when it was tried before, else a new one, kept before it is used. */
export function attemptFor(body: unknown): Attempt {
  const said = JSON.stringify(body)
  const known = readDraft().attempt
  if (known?.body === said) return known
  const attempt = { key: newKey(), body: said }
  keepDraft({ attempt })
  return attempt
}
