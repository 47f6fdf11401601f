import { createFileRoute } from '@tanstack/react-router'
import { AccountsPage } from '@/features/accounts/components/AccountsPage'
import { EverybodysAccounts } from '@/features/accounts/components/EverybodysAccounts'
import { accountsQuery } from '@/shared/api/queries'

interface AccountsSearch {
  /** Everybody's accounts, for admins. */
  scope?: 'all'
}

export const Route = createFileRoute('/_cabinet/accounts/')({
  validateSearch: ({ scope }): AccountsSearch => (scope === 'all' ? { scope } : {}),
  loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(accountsQuery),
  component: Accounts,
})

function Accounts() {
  const { scope } = Route.useSearch()
  const { member } = Route.useRouteContext()
  return scope === 'all' ? <EverybodysAccounts member={member} /> : <AccountsPage />
}
