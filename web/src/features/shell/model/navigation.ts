import {
  IconBroadcast,
  type Icon,
  IconHistory,
  IconLayoutDashboard,
  IconPencil,
  IconUsers,
} from '@tabler/icons-react'

interface Place {
  to: '/dashboard' | '/accounts' | '/channels' | '/publish' | '/journal'
  name: 'dashboard' | 'accounts' | 'channels' | 'publish' | 'journal'
  icon: Icon
}

export const places: Place[] = [
  { to: '/dashboard', name: 'dashboard', icon: IconLayoutDashboard },
  { to: '/accounts', name: 'accounts', icon: IconUsers },
  { to: '/channels', name: 'channels', icon: IconBroadcast },
  { to: '/publish', name: 'publish', icon: IconPencil },
  { to: '/journal', name: 'journal', icon: IconHistory },
]
