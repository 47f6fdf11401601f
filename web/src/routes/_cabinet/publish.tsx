import { createFileRoute } from '@tanstack/react-router'
import { PublishPage, type PublishSearch } from '@/features/publish/components/PublishPage'
import { channelsQuery } from '@/shared/api/queries'

export const Route = createFileRoute('/_cabinet/publish')({
  validateSearch: ({ channel, delivery }): PublishSearch => ({
    ...(typeof channel === 'string' && { channel }),
    ...(typeof delivery === 'string' && { delivery }),
  }),
  loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(channelsQuery),
  component: Publish,
})

function Publish() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return <PublishPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
}
