import type { Account, AccountStateName, Delivery, Login } from '@/shared/api/types'

export type Attention =
  | { kind: 'account'; account: Account }
  | { kind: 'login'; login: Login }
  | { kind: 'refused'; delivery: Delivery }

const GRAVEST: AccountStateName[] = ['BANNED', 'NEEDS_LOGIN', 'RESTRICTED', 'FLOOD_WAIT']
const DAY = 86_400_000

/** What a person should look at, the gravest first. A refusal of yesterday is history, not a task. */
export function attention(accounts: Account[], logins: Login[], deliveries: Delivery[], nowMillis: number): Attention[] {
  const troubled = GRAVEST.flatMap((state) => accounts.filter((account) => account.state === state))
  const open = logins.filter(({ step }) => step === 'CODE_SENT' || step === 'PASSWORD_NEEDED')
  const refused = deliveries.filter(
    ({ state, createdAt }) => state === 'REFUSED' && nowMillis - Date.parse(createdAt) < DAY,
  )
  return [
    ...troubled.map((account): Attention => ({ kind: 'account', account })),
    ...open.map((login): Attention => ({ kind: 'login', login })),
    ...refused.map((delivery): Attention => ({ kind: 'refused', delivery })),
  ]
}

export const STATES: AccountStateName[] = ['CONNECTED', 'CONNECTING', 'FLOOD_WAIT', 'NEEDS_LOGIN', 'RESTRICTED', 'BANNED']

/** How many accounts are in each state; “connected” is shown even when it is zero. */
export const byState = (accounts: Account[]) =>
  STATES.map((state) => ({ state, count: accounts.filter((account) => account.state === state).length })).filter(
    ({ state, count }) => count > 0 || state === 'CONNECTED',
  )
