import type { Login } from '@/shared/api/types'
import type { Way } from '@/shared/ui/proxy/useWay'

/** What begins a login: by the way that is chosen for all of them. */
export interface StartProps<Start> {
  way: Way
  start: Start
  onStarted: (login: Login) => void
}
