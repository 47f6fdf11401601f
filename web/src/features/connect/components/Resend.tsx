import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Login } from '@/shared/api/types'
import { countdown } from '@/shared/lib/time'
import { useSecondsUntil } from '@/shared/lib/useNow'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { toast } from '@/shared/ui/toast'
import { useResend } from '../api/steps'
import classes from './Connect.module.css'

/** Telegram allows another code only after its timeout, and only when it names a next way. */
export function Resend({ login, onSent }: { login: Login; onSent: () => void }) {
  const { t } = useTranslation('connect')
  const resend = useResend(login.id)
  const left = useSecondsUntil(login.codeDelivery?.resendAt)
  const next = login.codeDelivery?.nextVia
  if (!next) return <p className={classes.quiet}>{t('resend.none')}</p>
  if (left > 0) return <p className={`${classes.quiet} numbers`}>{t('resend.in', { time: countdown(left) })}</p>
  const send = () =>
    resend.mutate(undefined, {
      onSuccess: () => {
        toast(t('resend.done'))
        onSent()
      },
    })
  return (
    <>
      <Button variant="default" size="xs" loading={resend.isPending} onClick={send}>
        {t(`resend.by.${next}`)}
      </Button>
      {resend.error && <ProblemNotice error={resend.error} />}
    </>
  )
}
