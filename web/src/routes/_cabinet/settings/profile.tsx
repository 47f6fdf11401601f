import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { ProfileTab } from '@/features/settings/components/ProfileTab'
import { meQuery } from '@/shared/api/queries'

export const Route = createFileRoute('/_cabinet/settings/profile')({ component: Profile })

function Profile() {
  const { member: atFirst } = Route.useRouteContext()
  const { data: member = atFirst } = useQuery(meQuery)
  return <ProfileTab member={member} />
}
