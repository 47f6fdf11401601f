import { useTranslation } from 'react-i18next'
import type { Account } from '@/shared/api/types'
import { problemWords } from './problemText'

interface StateReasonProps {
  account: Pick<Account, 'state' | 'stateReason'>
  className?: string
}

/** Why an account is in its state: a code of our own in words, Telegram's name of an error as it is. */
export function StateReason({ account, className }: StateReasonProps) {
  const { t } = useTranslation(['problems'])
  if (!account.stateReason) return null
  if (account.state !== 'PROXY_FAILED') return <code className={className}>{account.stateReason}</code>
  return <>{problemWords(t, { code: account.stateReason }).what}</>
}
