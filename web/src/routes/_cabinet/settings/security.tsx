import { createFileRoute } from '@tanstack/react-router'
import { passkeysQuery, totpQuery } from '@/features/security/api/security'
import { SecurityTab } from '@/features/security/components/SecurityTab'
import { identitiesQuery } from '@/shared/api/provider'

export const Route = createFileRoute('/_cabinet/settings/security')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(totpQuery)
    void queryClient.prefetchQuery(passkeysQuery)
    void queryClient.prefetchQuery(identitiesQuery)
  },
  component: Security,
})

function Security() {
  const { member } = Route.useRouteContext()
  return <SecurityTab member={member} />
}
