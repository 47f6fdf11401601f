import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Channel } from '@/shared/api/types'

interface ChannelChoiceProps {
  channels: Channel[]
  value?: string
  onChange: (id: string) => void
}

export function ChannelChoice({ channels, value, onChange }: ChannelChoiceProps) {
  const { t } = useTranslation('publish')
  return (
    <Select
      label={t('channel')}
      placeholder={t('chooseChannel')}
      searchable={channels.length > 7}
      allowDeselect={false}
      nothingFoundMessage={t('noSuchChannel')}
      data={channels.map(({ id, title, username }) => ({
        value: id,
        label: username ? `${title} · @${username}` : title,
      }))}
      value={value ?? null}
      onChange={(id) => id && onChange(id)}
    />
  )
}
