import { useTranslation } from 'react-i18next'
import { problemOf } from '@/shared/api/problem'
import { problemWords } from '@/shared/ui/problemText'
import classes from './Many.module.css'

/** When the server takes no line at all it says of each one why. */
export function RefusedLines({ error }: { error: unknown }) {
  const { t } = useTranslation('many')
  const { t: say } = useTranslation(['problems'])
  const lines = problemOf(error).fields.flatMap(({ field, code }) => {
    const index = /^numbers\[(\d+)\]$/.exec(field)?.[1]
    return index === undefined ? [] : [{ line: Number(index) + 1, code: code ?? 'invalid-input' }]
  })
  if (lines.length === 0) return null
  return (
    <ul className={classes.faults}>
      {lines.map(({ line, code }) => (
        <li key={line}>{t('fault.said', { line, words: problemWords(say, { code }).what })}</li>
      ))}
    </ul>
  )
}
