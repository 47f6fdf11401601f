import { createFileRoute } from '@tanstack/react-router'
import { StatisticsPage } from '@/features/statistics/components/StatisticsPage'
import { readSearch, type StatisticsSearch } from '@/features/statistics/model/period'

export const Route = createFileRoute('/_cabinet/statistics')({
  validateSearch: (search): StatisticsSearch => readSearch(search),
  component: Statistics,
})

function Statistics() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const { member } = Route.useRouteContext()
  return <StatisticsPage member={member} search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
}
