import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { EmailPanel } from '@/features/credentials/components/EmailPanel'
import { PasswordPanel } from '@/features/credentials/components/PasswordPanel'
import { useProof } from '@/features/security/model/useProof'
import { meQuery } from '@/shared/api/queries'

export const Route = createFileRoute('/_cabinet/settings/password')({ component: Password })

function Password() {
  const { member: atFirst } = Route.useRouteContext()
  const { data: member = atFirst } = useQuery(meQuery)
  const { withProof, dialog } = useProof(member.hasPassword)
  return (
    <>
      <EmailPanel member={member} withProof={withProof} />
      <PasswordPanel hasPassword={member.hasPassword} withProof={withProof} />
      {dialog}
    </>
  )
}
