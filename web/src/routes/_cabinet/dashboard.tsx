import { createFileRoute } from '@tanstack/react-router'
import { DashboardPage } from '@/features/dashboard/components/DashboardPage'
import { accountsQuery, channelsQuery } from '@/shared/api/queries'

export const Route = createFileRoute('/_cabinet/dashboard')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(accountsQuery)
    void queryClient.prefetchQuery(channelsQuery)
  },
  component: Dashboard,
})

function Dashboard() {
  const { member } = Route.useRouteContext()
  return <DashboardPage member={member} />
}
