import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { PeoplePage } from '@/features/people/components/PeoplePage'
import { type PeopleSearch, readSearch } from '@/features/people/model/search'
import { useProof } from '@/features/security/model/useProof'
import { meQuery } from '@/shared/api/queries'
import { NotAllowed } from '@/shared/ui/NotAllowed'

export const Route = createFileRoute('/_cabinet/people')({
  validateSearch: (search): PeopleSearch => readSearch(search),
  component: People,
})

function People() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const { member: atFirst } = Route.useRouteContext()
  const { data: member = atFirst } = useQuery(meQuery)
  const { withProof, dialog } = useProof(member.hasPassword)
  if (member.role !== 'admin') return <NotAllowed />
  return (
    <>
      <PeoplePage member={member} search={search} onSearch={(next) => void navigate({ search: next, replace: true })} withProof={withProof} />
      {dialog}
    </>
  )
}
