import { createFileRoute } from '@tanstack/react-router'
import { ConnectPage } from '@/features/connect/components/ConnectPage'

interface ConnectSearch {
  login?: string
}

const ID = /^[0-9a-f-]{36}$/i

export const Route = createFileRoute('/_cabinet/accounts/connect')({
  validateSearch: ({ login }): ConnectSearch => (typeof login === 'string' && ID.test(login) ? { login } : {}),
  component: Connect,
})

function Connect() {
  const { login } = Route.useSearch()
  const navigate = Route.useNavigate()
  const goTo = (id: string | undefined) => void navigate({ search: id ? { login: id } : {}, replace: true })
  return <ConnectPage loginId={login} onLogin={goTo} />
}
