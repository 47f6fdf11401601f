import i18next, { type TFunction } from 'i18next'
import type { Problem } from '@/shared/api/problem'
import type known from '@/shared/i18n/en/problems.json'

type KnownCode = keyof typeof known

/** A code from a newer server gets the words for what nobody foresaw. */
const asKnown = (code: string): KnownCode => (i18next.exists(`problems:${code}.what`) ? (code as KnownCode) : 'unknown')

export interface ProblemWords {
  what: string
  remedy: string
}

/** Codes that say only that Telegram refused: its own name of the error says more. */
const OF_TELEGRAM = ['telegram-refused', 'post-not-allowed']

/** The line of the table that fits Telegram's name of an error, if there is one; the first one counts. */
function refusal({ code, telegramType }: Refusable): ProblemWords | undefined {
  if (!telegramType || !OF_TELEGRAM.includes(code)) return undefined
  const table = (i18next.getResourceBundle(i18next.language, 'refusals') ?? {}) as Record<string, ProblemWords>
  const fitting = Object.keys(table).find((type) => new RegExp(`^${type.replaceAll('*', '.*')}$`).test(telegramType))
  return fitting === undefined ? undefined : table[fitting]
}

type Refusable = Pick<Problem, 'code' | 'telegramType'>

/** The sentence and the remedy of a problem in the language spoken now. */
export function problemWords(t: TFunction<['problems']>, problem: Refusable): ProblemWords {
  const known = refusal(problem)
  if (known) return known
  const code = asKnown(problem.code)
  return { what: t(`problems:${code}.what`), remedy: t(`problems:${code}.remedy`) }
}
