import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { accountQuery } from '@/shared/api/queries'
import type { Account } from '@/shared/api/types'
import { Page } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { ChannelsPanel } from './ChannelsPanel'
import { DevicesPanel } from './DevicesPanel'
import { ExportPanel, type WithProof } from './ExportPanel'
import { LatestLines } from './LatestLines'
import { ProxyPanel } from './ProxyPanel'
import { StatePanel } from './StatePanel'

interface AccountPageProps {
  id: string
  /** A viewer only looks. */
  mayAct: boolean
  withProof: WithProof
}

/** One account: how it stands, where it is logged in, where it may post, what it did last. */
export function AccountPage({ id, mayAct, withProof }: AccountPageProps) {
  const { t } = useTranslation('accounts')
  const query = useQuery(accountQuery(id))
  return (
    <Page title={query.data?.name ?? t('title')} width="settings" back={<ToList />}>
      <QueryStates query={query} pending={<SkeletonRows rows={3} height={120} />}>
        {(account) => <Panels account={account} mayAct={mayAct} withProof={withProof} />}
      </QueryStates>
    </Page>
  )
}

function ToList() {
  const { t } = useTranslation('accounts')
  return (
    <Link to="/accounts">
      <IconArrowLeft size={14} aria-hidden />
      {t('page.toList')}
    </Link>
  )
}

function Panels({ account, mayAct, withProof }: { account: Account } & Omit<AccountPageProps, 'id'>) {
  const holds = account.state !== 'NEEDS_LOGIN' && account.state !== 'BANNED'
  return (
    <>
      <StatePanel account={account} mayAct={mayAct} />
      {mayAct && account.kind === 'USER' && <DevicesPanel account={account} />}
      {mayAct && <ProxyPanel account={account} />}
      <ChannelsPanel account={account} />
      <LatestLines account={account} />
      {mayAct && holds && <ExportPanel account={account} withProof={withProof} />}
    </>
  )
}
