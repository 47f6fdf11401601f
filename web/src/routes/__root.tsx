import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { FaultPage } from '@/shared/ui/FaultPage'
import { NotFoundPage } from '@/shared/ui/NotFoundPage'

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: FaultPage,
})
