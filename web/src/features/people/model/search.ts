export const ROLES = ['admin', 'user', 'viewer'] as const
export const STATES = ['active', 'blocked'] as const

export interface PeopleSearch {
  /** A part of the name or the e-mail. */
  find?: string
  role?: (typeof ROLES)[number]
  state?: (typeof STATES)[number]
}

const LONGEST = 254

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined => known.find((one) => one === value)

/** What an address may hold; anything else in it is left out. */
export function readSearch({ find, role, state }: Record<string, unknown>): PeopleSearch {
  const read: PeopleSearch = {
    find: typeof find === 'string' && find.trim() !== '' ? find.trim().slice(0, LONGEST) : undefined,
    role: oneOf(ROLES, role),
    state: oneOf(STATES, state),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}
