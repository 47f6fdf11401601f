import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { IconBroadcast, type Icon, IconIdBadge2, IconKeyboard, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type LinkProps, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { accountsQuery, channelsQuery } from '@/shared/api/queries'
import type { Member } from '@/shared/api/types'
import { askForKeys } from '../model/keysHelp'
import { placesFor } from '../model/navigation'

/** Everything that can be gone to or done: acts, pages, channels to write in, accounts to look at. */
export function usePalette(member: Member): SpotlightActionGroupData[] {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const { data: accounts = [] } = useQuery(accountsQuery)
  const { data: channels = [] } = useQuery(channelsQuery)
  const entry = (id: string, label: string, Mark: Icon, to: LinkProps, description?: string) => ({
    id,
    label,
    description,
    leftSection: <Mark size={18} stroke={1.7} aria-hidden />,
    onClick: () => void navigate(to as Parameters<typeof navigate>[0]),
  })
  const acts = [
    entry('write', t('palette.write'), IconPencil, { to: '/publish' }),
    entry('connect', t('palette.connect'), IconPlus, { to: '/accounts/connect' }),
  ]
  const writable = channels.filter(({ canPost }) => canPost)
  return [
    {
      group: t('palette.acts'),
      actions: [
        ...(member.role === 'viewer' ? [] : acts),
        { ...entry('keys', t('keys.title'), IconKeyboard, {}), onClick: askForKeys },
      ],
    },
    {
      group: t('palette.pages'),
      actions: placesFor(member.role).map(({ to, name, icon }) => entry(name, t(`place.${name}`), icon, { to })),
    },
    {
      group: t('place.channels'),
      actions: writable.map(({ id, title }) => entry(id, title, IconBroadcast, { to: '/publish', search: { channel: id } }, t('palette.writeThere'))),
    },
    {
      group: t('place.accounts'),
      actions: accounts.map(({ id, name, phoneMasked }) => entry(id, name, IconIdBadge2, { to: '/journal', search: { account: id } }, phoneMasked)),
    },
  ]
}
