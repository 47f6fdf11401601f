import { createFileRoute, Outlet, redirect } from '@tanstack/react-router'
import { Shell } from '@/features/shell/components/Shell'
import { hasCode } from '@/shared/api/problem'
import { meQuery } from '@/shared/api/queries'
import type { Member } from '@/shared/api/types'

export const Route = createFileRoute('/_cabinet')({
  beforeLoad: async ({ context: { queryClient }, location }): Promise<{ member: Member }> => {
    try {
      return { member: await queryClient.ensureQueryData(meQuery) }
    } catch (error) {
      if (!hasCode(error, 'sign-in-needed', 'refresh-token-invalid')) throw error
      throw redirect({ to: '/login', search: location.pathname === '/dashboard' ? {} : { next: location.href } })
    }
  },
  component: Cabinet,
})

function Cabinet() {
  const { member } = Route.useRouteContext()
  return (
    <Shell member={member}>
      <Outlet />
    </Shell>
  )
}
