import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { modeQuery } from '@/shared/api/queries'
import type { Batch } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Countdown } from '@/shared/ui/Countdown'
import { LinkButton } from '@/shared/ui/LinkButton'
import shared from '@/shared/ui/Table.module.css'
import { toast } from '@/shared/ui/toast'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { useCancelBatch, useRetryBatch } from '../api/batches'
import classes from './Many.module.css'
import { ManyRow } from './ManyRow'
import { PhoneLink } from './PhoneLink'

/** A table on a desk, cards on a phone: the same rows, laid out by CSS. */
export function ManyList({ batch }: { batch: Batch }) {
  const { t } = useTranslation('many')
  const { data: mode } = useQuery(modeQuery)
  const body = useRef<HTMLTableSectionElement>(null)
  const goOn = (from: HTMLInputElement) => {
    const entries = Array.from(body.current?.querySelectorAll<HTMLInputElement>('input[data-entry]') ?? [])
    entries[entries.indexOf(from) + 1]?.focus()
  }
  return (
    <>
      <Head batch={batch} />
      {mode?.sandbox && batch.unfinished > 0 && <PhoneLink href={mode.sandbox.phoneUrl} />}
      <table className={`${shared.table} ${classes.table}`}>
        <caption className="srOnly">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.line')}</th>
            <th scope="col">{t('column.number')}</th>
            <th scope="col">{t('column.step')}</th>
            <th scope="col">{t('column.entry')}</th>
            <th scope="col">
              <span className="srOnly">{t('column.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {batch.rows?.map((row) => (
            <ManyRow key={row.line} row={row} onEntered={goOn} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Head({ batch }: { batch: Batch }) {
  const { t } = useTranslation('many')
  const { total, connected, unfinished, heldUntil, speed } = batch
  return (
    <section className={classes.head} aria-label={t('state')}>
      <p className={classes.count} role="status">
        {t('progress', { connected, total })}
      </p>
      <Progress value={total === 0 ? 0 : (100 * connected) / total} aria-label={t('progress', { connected, total })} />
      {heldUntil && (
        <p className={classes.held}>
          {t('held')} <Countdown until={heldUntil} />
        </p>
      )}
      {unfinished > 0 && <p className={classes.quiet}>{t('speed', { gap: Math.ceil(60 / speed.startsPerMinute), open: speed.open })}</p>}
      <Acts batch={batch} />
    </section>
  )
}

function Acts({ batch }: { batch: Batch }) {
  const { t } = useTranslation('many')
  const words = useProblemWords()
  const [asking, setAsking] = useState(false)
  const cancel = useCancelBatch(batch.id)
  const retry = useRetryBatch(batch.id)
  const retryable = batch.rows?.filter((row) => row.retryable).length ?? 0
  return (
    <div className={classes.acts}>
      {retryable > 0 && (
        <Button
          variant="default"
          size="xs"
          loading={retry.isPending}
          onClick={() => retry.mutate(undefined, { onError: (error) => toast(words(error).what, 'bad') })}
        >
          {t('retryAll', { count: retryable })}
        </Button>
      )}
      {batch.unfinished > 0 ? (
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {t('cancelAll')}
        </Button>
      ) : (
        <>
          <LinkButton to="/accounts" size="xs">
            {t('toAccounts')}
          </LinkButton>
          <LinkButton to="/accounts/several" search={{}} variant="default" size="xs">
            {t('another')}
          </LinkButton>
        </>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('cancelTitle')}
        act={t('cancelAll')}
        busy={cancel.isPending}
        error={cancel.error}
        onAct={() => cancel.mutate(undefined, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <p>{t('cancelLead')}</p>
      </ConfirmDialog>
    </div>
  )
}
