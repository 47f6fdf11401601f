import { Code } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '@/shared/api/types'
import { problemWords } from './problemText'
import classes from './Refused.module.css'

/** Why a post did not go out, and what helps. */
export function Refused({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation(['problems', 'common'])
  const words = problemWords(t, refusal)
  return (
    <p className={classes.refused}>
      {words.what} {words.remedy}{' '}
      <Code title={refusal.detail}>{refusal.telegramType ?? refusal.code}</Code>
    </p>
  )
}
