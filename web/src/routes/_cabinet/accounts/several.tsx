import { createFileRoute } from '@tanstack/react-router'
import { ManyPage } from '@/features/connect/components/ManyPage'

interface SeveralSearch {
  list?: string
}

const ID = /^[0-9a-f-]{36}$/i

export const Route = createFileRoute('/_cabinet/accounts/several')({
  validateSearch: ({ list }): SeveralSearch => (typeof list === 'string' && ID.test(list) ? { list } : {}),
  component: Several,
})

function Several() {
  const { list } = Route.useSearch()
  const navigate = Route.useNavigate()
  return <ManyPage batchId={list} onBatch={(id) => void navigate({ search: { list: id }, replace: true })} />
}
