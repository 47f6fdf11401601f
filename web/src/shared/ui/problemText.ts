import type { TFunction } from 'i18next'
import type { Problem } from '@/shared/api/problem'
import known from '@/shared/i18n/en/problems.json'

type KnownCode = keyof typeof known

/** Every code that has its own sentence and remedy. */
export const knownCodes = Object.keys(known) as KnownCode[]

const asKnown = (code: string): KnownCode => (code in known ? (code as KnownCode) : 'unknown')

export interface ProblemWords {
  what: string
  remedy: string
}

/** The sentence and the remedy of a problem in the language spoken now. */
export function problemWords(t: TFunction<['problems']>, problem: Pick<Problem, 'code'>): ProblemWords {
  const code = asKnown(problem.code)
  return { what: t(`problems:${code}.what`), remedy: t(`problems:${code}.remedy`) }
}
