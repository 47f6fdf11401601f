import { createFileRoute } from '@tanstack/react-router'
import { apiKeysQuery } from '@/features/apikeys/api/apiKeys'
import { ApiKeysTab } from '@/features/apikeys/components/ApiKeysTab'
import { useProof } from '@/features/security/model/useProof'

export const Route = createFileRoute('/_cabinet/settings/api-keys')({
  loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(apiKeysQuery),
  component: ApiKeys,
})

function ApiKeys() {
  const { member } = Route.useRouteContext()
  const { withProof, dialog } = useProof(member.hasPassword)
  return (
    <>
      <ApiKeysTab member={member} withProof={withProof} />
      {dialog}
    </>
  )
}
