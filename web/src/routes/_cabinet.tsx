import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Outlet, redirect } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Shell } from '@/features/shell/components/Shell'
import { settleIn } from '@/features/shell/model/settleIn'
import { hasCode } from '@/shared/api/problem'
import { meQuery } from '@/shared/api/queries'
import type { Member } from '@/shared/api/types'
import { speakOfTheCabinet } from '@/shared/i18n'
import { schemeOf } from '@/shared/ui/theme/scheme'

export const Route = createFileRoute('/_cabinet')({
  beforeLoad: async ({ context: { queryClient }, location }): Promise<{ member: Member }> => {
    try {
      const member = await queryClient.ensureQueryData(meQuery)
      await settleIn(member)
      await speakOfTheCabinet()
      return { member }
    } catch (error) {
      if (!hasCode(error, 'sign-in-needed', 'refresh-token-invalid')) throw error
      throw redirect({ to: '/login', search: location.pathname === '/dashboard' ? {} : { next: location.href } })
    }
  },
  component: Cabinet,
})

function Cabinet() {
  const { member: atFirst } = Route.useRouteContext()
  const { data: member = atFirst } = useQuery(meQuery)
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (member.theme) setColorScheme(schemeOf(member.theme))
  }, [member.theme, setColorScheme])
  return (
    <Shell member={member}>
      <Outlet />
    </Shell>
  )
}
