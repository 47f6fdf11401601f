import { useTranslation } from 'react-i18next'
import { problemOf } from '@/shared/api/problem'
import { problemWords, type ProblemWords } from './problemText'

/** Words for a thrown error, or nothing when there is none. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const { t } = useTranslation(['problems'])
  return (error) => problemWords(t, problemOf(error))
}
