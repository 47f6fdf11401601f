import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { accountsQuery } from '@/shared/api/queries'
import type { Login } from '@/shared/api/types'
import { LinkButton } from '@/shared/ui/LinkButton'
import classes from './Connect.module.css'

export function DoneStep({ login, onAnother }: { login: Login; onAnother: () => void }) {
  const { t } = useTranslation('connect')
  const { data: accounts } = useQuery(accountsQuery)
  const name = accounts?.find(({ id }) => id === login.accountId)?.name ?? login.phoneMasked
  return (
    <div className={classes.card} role="status">
      <IconCircleCheck className={classes.doneMark} size={44} stroke={1.5} aria-hidden />
      <h2 className={classes.doneTitle}>{t('done.title', { name })}</h2>
      <p className={classes.quiet}>{t('done.lead')}</p>
      <div className={classes.after}>
        <LinkButton to="/channels" search={login.accountId ? { account: login.accountId } : {}}>
          {t('done.channels')}
        </LinkButton>
        <Button variant="default" onClick={onAnother}>
          {t('done.another')}
        </Button>
      </div>
    </div>
  )
}
