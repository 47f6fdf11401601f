import { Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { loginQuery } from '@/shared/api/queries'
import type { Login } from '@/shared/api/types'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Page } from '@/shared/ui/Page'
import { useWay } from '@/shared/ui/proxy/useWay'
import { WayChoice } from '@/shared/ui/proxy/WayChoice'
import { QueryStates } from '@/shared/ui/QueryStates'
import { useStart, useStartQr } from '../api/steps'
import { CodeStep } from './CodeStep'
import classes from './Connect.module.css'
import { DoneStep } from './DoneStep'
import { OpenBatches } from './OpenBatches'
import { OpenLogins } from './OpenLogins'
import { OverStep } from './OverStep'
import { PasswordStep } from './PasswordStep'
import { PhoneStep } from './PhoneStep'
import { QrStart } from './QrStart'
import { QrStep } from './QrStep'
import { Steps } from './Steps'

interface ConnectPageProps {
  loginId?: string
  onLogin: (id: string | undefined) => void
}

export function ConnectPage({ loginId, onLogin }: ConnectPageProps) {
  const { t } = useTranslation('connect')
  return (
    <Page
      width="form"
      title={t('title')}
      lead={t('lead')}
      back={
        <Link to="/accounts">
          <IconArrowLeft size={14} aria-hidden />
          {t('toAccounts')}
        </Link>
      }
    >
      {loginId ? (
        <OpenLogin key={loginId} id={loginId} onLogin={onLogin} />
      ) : (
        <>
          <OpenBatches />
          <OpenLogins onContinue={onLogin} />
          <Ways onStarted={(login) => onLogin(login.id)} />
          <p className={classes.or}>{t('or')}</p>
          <Several />
        </>
      )}
    </Page>
  )
}

/** One person at a time: by a picture or by a number, on the same way to Telegram. */
function Ways({ onStarted }: { onStarted: (login: Login) => void }) {
  const { t } = useTranslation('connect')
  const byPicture = useStartQr()
  const byNumber = useStart()
  const way = useWay(() => [byPicture, byNumber].forEach((start) => start.reset()))
  return (
    <>
      <div className={classes.way}>
        <WayChoice way={way} error={byPicture.error ?? byNumber.error} />
      </div>
      <QrStart way={way} start={byPicture} onStarted={onStarted} />
      <p className={classes.or}>{t('or')}</p>
      <PhoneStep way={way} start={byNumber} onStarted={onStarted} />
    </>
  )
}

function Several() {
  const { t } = useTranslation('many')
  return (
    <section className={classes.card} aria-label={t('way')}>
      <h2 className={classes.wayTitle}>{t('way')}</h2>
      <p className={classes.quiet}>{t('wayLead')}</p>
      <LinkButton to="/accounts/several" search={{}} variant="default">
        {t('wayOpen')}
      </LinkButton>
    </section>
  )
}

const STEP = { CODE_SENT: 'code', QR_SHOWN: 'code', PASSWORD_NEEDED: 'password', SIGNED_IN: 'done', CANCELLED: 'phone', EXPIRED: 'phone' } as const

function OpenLogin({ id, onLogin }: { id: string; onLogin: ConnectPageProps['onLogin'] }) {
  const { t } = useTranslation('connect')
  const query = useQuery(loginQuery(id))
  const restart = () => onLogin(undefined)
  return (
    <>
      <QueryStates query={query} pending={<Skeleton height={280} radius="lg" />}>
        {(login) => (
          <>
            <Steps current={STEP[login.step]} method={login.method} />
            <Step login={login} onRestart={restart} />
          </>
        )}
      </QueryStates>
      {query.error && !query.data && (
        <LinkButton to="/accounts/connect" variant="default" mt="md" onClick={restart}>
          {t('startAgain')}
        </LinkButton>
      )}
    </>
  )
}

function Step({ login, onRestart }: { login: Login; onRestart: () => void }) {
  switch (login.step) {
    case 'CODE_SENT':
      return <CodeStep login={login} onRestart={onRestart} />
    case 'QR_SHOWN':
      return <QrStep login={login} onRestart={onRestart} />
    case 'PASSWORD_NEEDED':
      return <PasswordStep login={login} onRestart={onRestart} />
    case 'SIGNED_IN':
      return <DoneStep login={login} onAnother={onRestart} />
    default:
      return <OverStep step={login.step} onRestart={onRestart} />
  }
}
