import { createFileRoute } from '@tanstack/react-router'
import { sessionsQuery } from '@/features/sessions/api/sessions'
import { SessionsTab } from '@/features/sessions/components/SessionsTab'

export const Route = createFileRoute('/_cabinet/settings/sessions')({
  loader: ({ context: { queryClient } }) => void queryClient.prefetchQuery(sessionsQuery),
  component: SessionsTab,
})
