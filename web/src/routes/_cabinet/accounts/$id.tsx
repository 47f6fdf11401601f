import { createFileRoute } from '@tanstack/react-router'
import { AccountPage } from '@/features/account/components/AccountPage'
import { useProof } from '@/features/security/model/useProof'
import { accountQuery } from '@/shared/api/queries'

export const Route = createFileRoute('/_cabinet/accounts/$id')({
  loader: ({ context: { queryClient }, params: { id } }) => void queryClient.prefetchQuery(accountQuery(id)),
  component: Account,
})

function Account() {
  const { id } = Route.useParams()
  const { member } = Route.useRouteContext()
  const { withProof, dialog } = useProof(member.hasPassword)
  return (
    <>
      <AccountPage key={id} id={id} mayAct={member.role !== 'viewer'} withProof={withProof} />
      {dialog}
    </>
  )
}
