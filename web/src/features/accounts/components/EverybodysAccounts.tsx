import { IconArrowLeft, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { allAccountsQuery } from '@/shared/api/queries'
import type { Member } from '@/shared/api/types'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Page } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { AccountRow } from './AccountRow'
import classes from './Accounts.module.css'

/** What an admin sees: that the accounts are there and how they are. Acting for them is their owners' business. */
export function EverybodysAccounts({ member }: { member: Member }) {
  const { t } = useTranslation('accounts')
  const query = useQuery(allAccountsQuery)
  return (
    <Page
      title={t('everybody.title')}
      lead={t('everybody.lead')}
      back={
        <Link to="/accounts">
          <IconArrowLeft size={14} aria-hidden />
          {t('everybody.toOwn')}
        </Link>
      }
    >
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={4} height={72} />}
        empty={{
          when: (accounts) => accounts.length === 0,
          show: <EmptyState icon={IconUsers} text={t('everybody.empty')} />,
        }}
      >
        {(accounts) => (
          <ul className={classes.list} aria-label={t('everybody.title')}>
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} own={account.memberId === member.id} />
            ))}
          </ul>
        )}
      </QueryStates>
    </Page>
  )
}
