import { IconFileImport, IconPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountsQuery } from '@/shared/api/queries'
import type { Account } from '@/shared/api/types'
import { EmptyState } from '@/shared/ui/EmptyState'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Page } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { AccountRow } from './AccountRow'
import classes from './Accounts.module.css'
import { BotsSection } from './BotsSection'
import { DisconnectDialog } from './DisconnectDialog'

const people = (accounts: Account[]) => accounts.filter(({ kind }) => kind === 'USER')

export function AccountsPage() {
  const { t } = useTranslation('accounts')
  const query = useQuery(accountsQuery)
  const [leaving, setLeaving] = useState<Account>()
  const connect = (
    <>
      <LinkButton to="/accounts/connect" leftSection={<IconPlus size={16} />}>
        {t('connect')}
      </LinkButton>
      <LinkButton to="/accounts/import" variant="default" leftSection={<IconFileImport size={16} />}>
        {t('import')}
      </LinkButton>
    </>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={query.data && people(query.data).length > 0 ? connect : undefined}>
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={3} height={72} />}
        empty={{
          when: (accounts) => people(accounts).length === 0,
          show: <EmptyState icon={IconUsers} text={t('empty')} action={connect} />,
        }}
      >
        {(accounts) => (
          <ul className={classes.list} aria-label={t('title')}>
            {people(accounts).map((account) => (
              <AccountRow key={account.id} account={account} onDisconnect={() => setLeaving(account)} />
            ))}
          </ul>
        )}
      </QueryStates>
      {query.data && <BotsSection bots={query.data.filter(({ kind }) => kind === 'BOT')} onDisconnect={setLeaving} />}
      <DisconnectDialog account={leaving} onClose={() => setLeaving(undefined)} />
    </Page>
  )
}
