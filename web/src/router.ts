import { createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { createQueryClient } from '@/shared/api/queryClient'
import { FaultPage } from '@/shared/ui/FaultPage'
import { routeTree } from './routeTree.gen'

export const queryClient = createQueryClient(() => {
  queryClient.clear()
  const { pathname, href } = router.state.location
  const next = pathname === '/login' || pathname === '/register' ? {} : { next: href }
  if (pathname !== '/login') void router.navigate({ to: '/login', search: next })
})

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultErrorComponent: FaultPage,
  defaultNotFoundComponent: lazyRouteComponent(() => import('@/shared/ui/NotFoundPage'), 'NotFoundPage'),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
