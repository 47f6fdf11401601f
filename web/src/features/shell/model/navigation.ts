import {
  IconBroadcast,
  IconChartHistogram,
  type Icon,
  IconHistory,
  IconIdBadge2,
  IconLayoutDashboard,
  IconPencil,
  IconSettings,
  IconShieldSearch,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Member } from '@/shared/api/types'

interface Place {
  to: '/dashboard' | '/accounts' | '/channels' | '/publish' | '/journal' | '/statistics' | '/people' | '/audit' | '/settings'
  /** Spoken by `shell:place.<name>`. */
  name: 'dashboard' | 'accounts' | 'channels' | 'publish' | 'journal' | 'statistics' | 'people' | 'audit' | 'settings'
  icon: Icon
  /** Stands in the sidebar under this heading; without one, at the top. */
  group?: 'administration' | 'foot'
  /** Who sees it; without it everybody. What a role may do is decided by the server, not here. */
  roles?: Member['role'][]
}

/** Everywhere one can go, in the order of the sidebar and the palette. */
const PLACES: Place[] = [
  { to: '/dashboard', name: 'dashboard', icon: IconLayoutDashboard },
  { to: '/accounts', name: 'accounts', icon: IconIdBadge2 },
  { to: '/channels', name: 'channels', icon: IconBroadcast },
  { to: '/publish', name: 'publish', icon: IconPencil, roles: ['admin', 'user'] },
  { to: '/journal', name: 'journal', icon: IconHistory },
  { to: '/statistics', name: 'statistics', icon: IconChartHistogram },
  { to: '/people', name: 'people', icon: IconUsersGroup, group: 'administration', roles: ['admin'] },
  { to: '/audit', name: 'audit', icon: IconShieldSearch, group: 'administration', roles: ['admin'] },
  { to: '/settings', name: 'settings', icon: IconSettings, group: 'foot' },
]

export const placesFor = (role: Member['role']): Place[] => PLACES.filter(({ roles }) => roles?.includes(role) ?? true)
