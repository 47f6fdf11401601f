import type { PartHealth } from '@/shared/api/types'

const PARTS = ['accounts', 'clock', 'database-integration', 'database-users', 'deliveries', 'disk', 'keyring', 'telegram'] as const

/** The part, if there is a word for it; a newer server may have others. */
export const knownPart = (name: string) => PARTS.find((part) => part === name)

/** What is in trouble first, the rest in its order. */
export const troubledFirst = (parts: PartHealth[]): PartHealth[] => [
  ...parts.filter(({ status }) => status !== 'UP'),
  ...parts.filter(({ status }) => status === 'UP'),
]

/** By how many seconds Telegram is ahead of the server's clock, when that is too much. */
export const wrongClock = ({ name, status, figures }: PartHealth): number | undefined =>
  name === 'clock' && status !== 'UP' && typeof figures['offsetSeconds'] === 'number' ? figures['offsetSeconds'] : undefined
