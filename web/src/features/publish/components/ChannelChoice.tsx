import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { accountsQuery } from '@/shared/api/queries'
import type { Channel } from '@/shared/api/types'

interface ChannelChoiceProps {
  channels: Channel[]
  value?: string
  onChange: (id: string) => void
}

const option = ({ id, title, username }: Channel) => ({ value: id, label: username ? `${title} · @${username}` : title })

/** With several accounts the channels stand under their account: two may post in the same channel. */
export function ChannelChoice({ channels, value, onChange }: ChannelChoiceProps) {
  const { t } = useTranslation('publish')
  const { data: accounts = [] } = useQuery(accountsQuery)
  const groups = accounts
    .map(({ id, name }) => ({ group: name, items: channels.filter(({ accountId }) => accountId === id).map(option) }))
    .filter(({ items }) => items.length > 0)
  return (
    <Select
      label={t('channel')}
      placeholder={t('chooseChannel')}
      searchable={channels.length > 7}
      allowDeselect={false}
      nothingFoundMessage={t('noSuchChannel')}
      data={groups.length > 1 ? groups : channels.map(option)}
      value={value ?? null}
      onChange={(id) => id && onChange(id)}
    />
  )
}
