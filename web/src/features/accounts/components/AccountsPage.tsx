import { IconPlus, IconUsers } from '@tabler/icons-react'
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
import { DisconnectDialog } from './DisconnectDialog'

export function AccountsPage() {
  const { t } = useTranslation('accounts')
  const query = useQuery(accountsQuery)
  const [leaving, setLeaving] = useState<Account>()
  const connect = (
    <LinkButton to="/accounts/connect" leftSection={<IconPlus size={16} />}>
      {t('connect')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={query.data?.length ? connect : undefined}>
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={3} height={72} />}
        empty={{
          when: (accounts) => accounts.length === 0,
          show: <EmptyState icon={IconUsers} text={t('empty')} action={connect} />,
        }}
      >
        {(accounts) => (
          <ul className={classes.list} aria-label={t('title')}>
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} onDisconnect={() => setLeaving(account)} />
            ))}
          </ul>
        )}
      </QueryStates>
      <DisconnectDialog account={leaving} onClose={() => setLeaving(undefined)} />
    </Page>
  )
}
