import { Checkbox, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Channel, PostOptions } from '@/shared/api/types'
import { type Place, PlaceChoice } from './PlaceChoice'
import classes from './Planning.module.css'

export type ChosenOptions = Pick<PostOptions, 'silent' | 'linkPreview' | 'protect' | 'pin'> & Place

export const USUAL: ChosenOptions = { silent: false, linkPreview: 'BELOW', protect: false, pin: false }

const PREVIEWS = ['BELOW', 'ABOVE', 'NONE'] as const
const SWITCHES = ['silent', 'protect', 'pin'] as const

interface OptionsPanelProps {
  channel?: Channel
  value: ChosenOptions
  onChange: (options: ChosenOptions) => void
}

/** How a post is made, besides its text; closed at first, except where a topic is to be chosen. */
export function OptionsPanel({ channel, value, onChange }: OptionsPanelProps) {
  const { t } = useTranslation('publish')
  const chosen = SWITCHES.filter((name) => value[name]).length + (value.linkPreview === 'BELOW' ? 0 : 1) + placed(value)
  return (
    <details key={channel?.id} open={channel?.forum || undefined} className={classes.options}>
      <summary>{chosen > 0 ? t('options.some', { count: chosen }) : t('options.title')}</summary>
      <div className={classes.choices}>
        {channel && <PlaceChoice channel={channel} value={value} onChange={(place) => onChange({ ...value, ...place })} />}
        {SWITCHES.map((name) => (
          <Checkbox
            key={name}
            label={t(`options.${name}`)}
            description={t(`options.${name}Note`)}
            checked={value[name]}
            onChange={(event) => onChange({ ...value, [name]: event.currentTarget.checked })}
          />
        ))}
        <PreviewChoice value={value.linkPreview} onChange={(linkPreview) => onChange({ ...value, linkPreview })} />
      </div>
    </details>
  )
}

const placed = ({ topic, sendAs }: Place) => (topic && topic > 1 ? 1 : 0) + (sendAs && sendAs !== 'self' ? 1 : 0)

export function PreviewChoice({ value, onChange }: { value: PostOptions['linkPreview']; onChange: (preview: PostOptions['linkPreview']) => void }) {
  const { t } = useTranslation('publish')
  return (
    <Select
      label={t('options.preview')}
      allowDeselect={false}
      data={PREVIEWS.map((one) => ({ value: one, label: t(`options.preview${one}`) }))}
      value={value}
      onChange={(chosen) => onChange(PREVIEWS.find((one) => one === chosen) ?? 'BELOW')}
    />
  )
}
