import { Select, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Channel } from '@/shared/api/types'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { choicesQuery } from '../api/choices'

/** Where in a group a post stands, and as whom it is sent; `self` is the account itself. */
export interface Place {
  topic?: number
  sendAs?: string
}

const SELF = 'self'
const GENERAL = 1

interface PlaceChoiceProps {
  channel: Channel
  value: Place
  onChange: (place: Place) => void
}

/** Topics of a forum, and other names where there are any; nothing where there is no choice. */
export function PlaceChoice({ channel, value, onChange }: PlaceChoiceProps) {
  const { t } = useTranslation('publish')
  const { data, error, refetch } = useQuery({ ...choicesQuery(channel), enabled: channel.kind === 'GROUP' })
  if (channel.kind !== 'GROUP') return null
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return channel.forum && <Skeleton height={60} radius="md" />
  const { topics, sendAs } = data
  return (
    <>
      {channel.forum && topics.length > 0 && (
        <Select
          label={t('place.topic')}
          allowDeselect={false}
          searchable={topics.length > 7}
          nothingFoundMessage={t('place.noSuchTopic')}
          data={topics.map(({ number, title, closed }) => ({
            value: String(number),
            label: closed ? t('place.closed', { title }) : title,
          }))}
          value={String(value.topic ?? GENERAL)}
          onChange={(number) => onChange({ ...value, topic: Number(number) })}
        />
      )}
      {sendAs.length > 0 && (
        <Select
          label={t('place.sendAs')}
          description={t('place.sendAsNote')}
          allowDeselect={false}
          data={[
            { value: SELF, label: t('place.self') },
            ...sendAs.map(({ telegramId, name, premiumNeeded }) => ({
              value: telegramId,
              label: premiumNeeded ? t('place.premium', { name }) : name,
            })),
          ]}
          value={value.sendAs ?? SELF}
          onChange={(chosen) => onChange({ ...value, sendAs: chosen ?? SELF })}
        />
      )}
    </>
  )
}
