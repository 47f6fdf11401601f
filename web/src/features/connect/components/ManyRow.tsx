import { Button } from '@mantine/core'
import {
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconClockX,
  IconHourglass,
  type Icon,
  IconLock,
  IconMessageDots,
  IconSend,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BatchRow } from '@/shared/api/types'
import { Countdown } from '@/shared/ui/Countdown'
import { problemWords } from '@/shared/ui/problemText'
import { StatusPill, type Tone } from '@/shared/ui/StatusPill'
import { toast } from '@/shared/ui/toast'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { useCancelRow, useRetryRow } from '../api/batches'
import { CodeEntry, PasswordEntry } from './Entry'
import classes from './Many.module.css'
import { Resend } from './Resend'

const STEP: Record<BatchRow['step'], [Tone, Icon]> = {
  WAITING: ['quiet', IconHourglass],
  STARTING: ['accent', IconSend],
  CODE_SENT: ['accent', IconMessageDots],
  PASSWORD_NEEDED: ['accent', IconLock],
  CONNECTED: ['good', IconCircleCheck],
  REFUSED: ['bad', IconCircleX],
  CANCELLED: ['quiet', IconCircleX],
  EXPIRED: ['warn', IconClockX],
}

interface ManyRowProps {
  row: BatchRow
  onEntered: (from: HTMLInputElement) => void
}

export function ManyRow({ row, onEntered }: ManyRowProps) {
  const { t } = useTranslation('many')
  const [tone, icon] = row.notBefore ? (['warn', IconClock] as const) : STEP[row.step]
  return (
    <tr data-step={row.step}>
      <td className={`${classes.line} numbers`}>{row.line}</td>
      <td className={`${classes.number} numbers`}>
        {row.accountId && row.step === 'CONNECTED' ? (
          <Link to="/accounts/$id" params={{ id: row.accountId }}>
            {row.phoneMasked}
          </Link>
        ) : (
          row.phoneMasked || t('noNumber')
        )}
      </td>
      <td className={classes.step}>
        <StatusPill tone={tone} icon={icon}>
          {row.notBefore ? t('step.HELD') : t(`step.${row.step}`)}
        </StatusPill>
      </td>
      <td className={classes.entry}>
        <Entry row={row} onEntered={onEntered} />
      </td>
      <td className={classes.rowActs}>
        <RowActs row={row} />
      </td>
    </tr>
  )
}

/** What a person can put in, or why there is nothing to put in. */
function Entry({ row, onEntered }: ManyRowProps) {
  const { t } = useTranslation('many')
  const { t: say } = useTranslation(['problems'])
  const refusal = row.refusal && problemWords(say, row.refusal)
  if (row.login && row.step === 'CODE_SENT') return <CodeEntry key={row.login.id} login={row.login} line={row.line} onEntered={onEntered} />
  if (row.login && row.step === 'PASSWORD_NEEDED') return <PasswordEntry login={row.login} line={row.line} onEntered={onEntered} />
  if (row.notBefore) {
    return (
      <p className={classes.why}>
        {refusal?.what} {t('heldRow')} <Countdown until={row.notBefore} />
      </p>
    )
  }
  if (refusal) {
    return (
      <p className={classes.why}>
        {refusal.what} {refusal.remedy}
      </p>
    )
  }
  return row.step === 'EXPIRED' ? <p className={classes.why}>{t('expired')}</p> : null
}

function RowActs({ row }: { row: BatchRow }) {
  const { t } = useTranslation('many')
  const words = useProblemWords()
  const cancel = useCancelRow(row.batchId, row.line)
  const retry = useRetryRow(row.batchId, row.line)
  const onError = (error: unknown) => toast(words(error).what, 'bad')
  const open = row.step === 'WAITING' || row.step === 'CODE_SENT' || row.step === 'PASSWORD_NEEDED'
  return (
    <>
      {row.login && row.step === 'CODE_SENT' && <Resend login={row.login} onSent={() => undefined} />}
      {open && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          loading={cancel.isPending}
          aria-label={t('cancelRow', { line: row.line })}
          onClick={() => cancel.mutate(undefined, { onError })}
        >
          {t('cancel')}
        </Button>
      )}
      {row.retryable && (
        <Button
          variant="default"
          size="xs"
          loading={retry.isPending}
          aria-label={t('retryRow', { line: row.line })}
          onClick={() => retry.mutate(undefined, { onError })}
        >
          {t('retry')}
        </Button>
      )}
    </>
  )
}
