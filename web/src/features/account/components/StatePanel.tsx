import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '@/shared/api/types'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StateReason } from '@/shared/ui/StateReason'
import { AccountState } from '@/shared/ui/states'
import { toast, toastWithUndo } from '@/shared/ui/toast'
import { useRest } from '../api/life'
import classes from './Account.module.css'

const QUIET = new Set<Account['state']>(['CONNECTED', 'CONNECTING'])

export function StatePanel({ account, mayAct }: { account: Account; mayAct: boolean }) {
  const { t } = useTranslation('accounts')
  const needsLogin = account.state === 'NEEDS_LOGIN' && account.kind === 'USER'
  return (
    <Panel title={t('page.state')} aside={<AccountState account={account} />}>
      {!QUIET.has(account.state) && (
        <p className={classes.why}>
          {t(account.kind === 'BOT' && account.state === 'NEEDS_LOGIN' ? 'why.BOT' : `why.${account.state as 'NEEDS_LOGIN'}`)}{' '}
          <StateReason account={account} />
        </p>
      )}
      <dl className={`${classes.facts} numbers`}>
        <Fact name={t('page.since')}>
          <RelativeTime at={account.stateSince} />
        </Fact>
        {account.phoneMasked && <Fact name={t('page.phone')}>{account.phoneMasked}</Fact>}
        <Fact name={t('page.dc')}>{account.dc}</Fact>
        {account.lastSeenAt && (
          <Fact name={t('page.seen')}>
            <RelativeTime at={account.lastSeenAt} />
          </Fact>
        )}
      </dl>
      {mayAct && needsLogin && (
        <Acts>
          <LinkButton to="/accounts/connect">{t('logInAgain')}</LinkButton>
        </Acts>
      )}
      {mayAct && account.state !== 'NEEDS_LOGIN' && account.state !== 'BANNED' && <Rest account={account} />}
    </Panel>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A pause can be taken back, so nobody is asked whether they are sure. */
function Rest({ account }: { account: Account }) {
  const { t } = useTranslation('accounts')
  const paused = account.state === 'PAUSED'
  const resume = useRest(account.id, ({ name }) => toast(t('page.resumed', { name })))
  const pause = useRest(account.id, ({ name }) => toastWithUndo(t('page.paused', { name }), () => resume.mutate('resume')))
  const problem = pause.error ?? resume.error
  return (
    <>
      {problem && <ProblemNotice error={problem} />}
      <Acts>
        <Button
          variant={paused ? 'filled' : 'default'}
          leftSection={paused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
          loading={pause.isPending || resume.isPending}
          onClick={() => (paused ? resume.mutate('resume') : pause.mutate('pause'))}
        >
          {t(paused ? 'page.resume' : 'page.pause')}
        </Button>
      </Acts>
    </>
  )
}
