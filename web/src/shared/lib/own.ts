import { readStored, writeStored } from './stored'

// What this browser keeps for one member: a draft, a choice. Another member at the same browser never sees it.
const PREFIX = 'cf.own.'
let owner = 'nobody'

const keyOf = (name: string) => `${PREFIX}${owner}.${name}`

/** From now on this member's things are read and written. */
export function ownedBy(memberId: string): void {
  owner = memberId
}

export const readOwn = (name: string): unknown => readStored(keyOf(name))

export const writeOwn = (name: string, value: unknown): void => writeStored(keyOf(name), value)

/** At sign-out: nothing of anybody stays in this browser. */
export function forgetOwn(): void {
  owner = 'nobody'
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => localStorage.removeItem(key))
  } catch {
    // Storage is blocked: then nothing was kept.
  }
}
