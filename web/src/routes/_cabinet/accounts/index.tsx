import { createFileRoute } from '@tanstack/react-router'
import { AccountsPage } from '@/features/accounts/components/AccountsPage'
import { accountsQuery } from '@/shared/api/queries'

export const Route = createFileRoute('/_cabinet/accounts/')({
  loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(accountsQuery),
  component: AccountsPage,
})
