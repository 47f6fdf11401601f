import type { LinkProps } from '@tanstack/react-router'

interface Tab {
  to: LinkProps['to'] & string
  name: 'profile' | 'password' | 'security' | 'sessions' | 'apiKeys'
}

/**
 * The tabs of the settings in their order. A tab is a route file `src/routes/_cabinet/settings/<name>.tsx` and one
 * line here; its name is spoken by `settings:tab.<name>`. What has no page yet is not listed.
 */
export const tabs: Tab[] = [
  { to: '/settings/profile', name: 'profile' },
  { to: '/settings/password', name: 'password' },
  { to: '/settings/security', name: 'security' },
  { to: '/settings/sessions', name: 'sessions' },
  { to: '/settings/api-keys', name: 'apiKeys' },
]
