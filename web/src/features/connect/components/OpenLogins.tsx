import { Button } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { openLoginsQuery } from '@/shared/api/queries'
import type { Login } from '@/shared/api/types'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { toast } from '@/shared/ui/toast'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { useCancel } from '../api/steps'
import classes from './Connect.module.css'

const AT = { CODE_SENT: 'open.atCode', QR_SHOWN: 'open.atQr', PASSWORD_NEEDED: 'open.atPassword' } as const

/** Logins begun earlier, perhaps before a reload or a restart of the server: they can be finished. */
export function OpenLogins({ onContinue }: { onContinue: (id: string) => void }) {
  const { t } = useTranslation('connect')
  const { data } = useQuery(openLoginsQuery)
  // Those of a list are finished in its table.
  const open = data?.filter(({ step, batchId }) => step in AT && !batchId) ?? []
  if (open.length === 0) return null
  return (
    <ul className={classes.open} aria-label={t('open.title')}>
      {open.map((login) => (
        <OpenLogin key={login.id} login={login} onContinue={() => onContinue(login.id)} />
      ))}
    </ul>
  )
}

function OpenLogin({ login, onContinue }: { login: Login; onContinue: () => void }) {
  const { t } = useTranslation('connect')
  const words = useProblemWords()
  const cancel = useCancel(login.id)
  return (
    <li className={classes.openLogin}>
      <IconHourglass size={20} aria-hidden />
      <span className={classes.openWords}>
        <span>{login.phoneMasked ? t('open.unfinished', { phone: login.phoneMasked }) : t('open.unfinishedQr')}</span>
        <span className={classes.numberFacts}>
          {login.step in AT && t(AT[login.step as keyof typeof AT])} · <RelativeTime at={login.createdAt} />
        </span>
      </span>
      <Button size="xs" onClick={onContinue}>
        {t('open.continue')}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={cancel.isPending}
        onClick={() => cancel.mutate(undefined, { onError: (error) => toast(words(error).what, 'bad') })}
      >
        {t('open.cancel')}
      </Button>
    </li>
  )
}
