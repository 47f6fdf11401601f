import { createFileRoute } from '@tanstack/react-router'
import { JournalPage } from '@/features/journal/components/JournalPage'
import { type JournalSearch, readSearch } from '@/features/journal/model/filter'

export const Route = createFileRoute('/_cabinet/journal')({
  validateSearch: (search): JournalSearch => readSearch(search),
  component: Journal,
})

function Journal() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return <JournalPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
}
