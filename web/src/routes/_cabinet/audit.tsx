import { createFileRoute } from '@tanstack/react-router'
import { AuditPage } from '@/features/audit/components/AuditPage'
import { type AuditSearch, readSearch } from '@/features/audit/model/filter'

export const Route = createFileRoute('/_cabinet/audit')({
  validateSearch: (search): AuditSearch => readSearch(search),
  component: Audit,
})

function Audit() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return <AuditPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
}
