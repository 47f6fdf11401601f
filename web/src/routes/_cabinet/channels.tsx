import { createFileRoute } from '@tanstack/react-router'
import { ChannelsPage } from '@/features/channels/components/ChannelsPage'
import { accountsQuery, channelsQuery } from '@/shared/api/queries'

export const Route = createFileRoute('/_cabinet/channels')({
  validateSearch: ({ account }): { account?: string } => (typeof account === 'string' ? { account } : {}),
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(accountsQuery)
    void queryClient.prefetchQuery(channelsQuery)
  },
  component: Channels,
})

function Channels() {
  const { account } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ChannelsPage
      accountId={account}
      onAccount={(id) => void navigate({ search: id ? { account: id } : {}, replace: true })}
    />
  )
}
