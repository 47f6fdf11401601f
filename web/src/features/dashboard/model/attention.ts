import type { Account, AccountStateName, Channel, Delivery, Login } from '@/shared/api/types'
import { endangered } from '@/shared/lib/danger'

export type Attention =
  | { kind: 'account'; account: Account }
  | { kind: 'channel'; channel: Channel }
  | { kind: 'login'; login: Login }
  | { kind: 'refused'; delivery: Delivery }

const GRAVEST: AccountStateName[] = ['BANNED', 'NEEDS_LOGIN', 'PROXY_FAILED', 'RESTRICTED', 'FLOOD_WAIT']
const DAY = 86_400_000

/** What a person should look at, the gravest first. A refusal of yesterday is history, not a task. */
export function attention(
  accounts: Account[],
  channels: Channel[],
  logins: Login[],
  deliveries: Delivery[],
  nowMillis: number,
): Attention[] {
  const troubled = GRAVEST.flatMap((state) => accounts.filter((account) => account.state === state))
  const open = logins.filter(({ step }) => step === 'CODE_SENT' || step === 'PASSWORD_NEEDED')
  const refused = deliveries.filter(
    ({ state, createdAt }) => state === 'REFUSED' && nowMillis - Date.parse(createdAt) < DAY,
  )
  return [
    ...troubled.map((account): Attention => ({ kind: 'account', account })),
    ...endangered(channels).map((channel): Attention => ({ kind: 'channel', channel })),
    ...open.map((login): Attention => ({ kind: 'login', login })),
    ...refused.map((delivery): Attention => ({ kind: 'refused', delivery })),
  ]
}
