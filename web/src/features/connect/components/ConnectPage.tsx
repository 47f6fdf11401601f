import { Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { loginQuery } from '@/shared/api/queries'
import type { Login } from '@/shared/api/types'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Page } from '@/shared/ui/Page'
import { QueryStates } from '@/shared/ui/QueryStates'
import { CodeStep } from './CodeStep'
import { DoneStep } from './DoneStep'
import { OverStep } from './OverStep'
import { PasswordStep } from './PasswordStep'
import { PhoneStep } from './PhoneStep'
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
          <Steps current="phone" />
          <PhoneStep onStarted={(login) => onLogin(login.id)} onContinue={onLogin} />
        </>
      )}
    </Page>
  )
}

const STEP = { CODE_SENT: 'code', PASSWORD_NEEDED: 'password', SIGNED_IN: 'done', CANCELLED: 'phone', EXPIRED: 'phone' } as const

function OpenLogin({ id, onLogin }: { id: string; onLogin: ConnectPageProps['onLogin'] }) {
  const { t } = useTranslation('connect')
  const query = useQuery(loginQuery(id))
  const restart = () => onLogin(undefined)
  return (
    <>
      <QueryStates query={query} pending={<Skeleton height={280} radius="lg" />}>
        {(login) => (
          <>
            <Steps current={STEP[login.step]} />
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
    case 'PASSWORD_NEEDED':
      return <PasswordStep login={login} onRestart={onRestart} />
    case 'SIGNED_IN':
      return <DoneStep login={login} onAnother={onRestart} />
    default:
      return <OverStep step={login.step} onRestart={onRestart} />
  }
}
