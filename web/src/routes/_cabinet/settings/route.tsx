import { createFileRoute, Outlet } from '@tanstack/react-router'
import { SettingsFrame } from '@/features/settings/components/SettingsFrame'

export const Route = createFileRoute('/_cabinet/settings')({ component: Settings })

function Settings() {
  return (
    <SettingsFrame>
      <Outlet />
    </SettingsFrame>
  )
}
