import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { personZone, zoneName } from '@/shared/lib/zone'
import { localTime, quickTimes } from '../model/when'
import classes from './Planning.module.css'

interface WhenChoiceProps {
  /** A time on the person's clock; undefined means now. */
  value?: string
  onChange: (local: string | undefined) => void
}

/** Now, or at a time: always with the zone whose clock is meant. */
export function WhenChoice({ value, onChange }: WhenChoiceProps) {
  const { t } = useTranslation('publish')
  return (
    <div className={classes.when}>
      <SegmentedControl
        aria-label={t('when.label')}
        value={value === undefined ? 'now' : 'later'}
        onChange={(choice) => onChange(choice === 'now' ? undefined : quickTimes(new Date(), personZone())[0]?.local)}
        data={[
          { value: 'now', label: t('when.now') },
          { value: 'later', label: t('when.later') },
        ]}
      />
      {value !== undefined && <TimeField value={value} onChange={onChange} />}
    </div>
  )
}

export function TimeField({ value, onChange }: { value: string; onChange: (local: string) => void }) {
  const { t, i18n } = useTranslation('publish')
  const zone = personZone()
  const now = new Date()
  return (
    <div className={classes.time}>
      <TextInput
        type="datetime-local"
        label={t('when.time')}
        description={t('when.zone', { zone: zoneName(zone, i18n.language) })}
        min={localTime(now, zone)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.quick}>
        {quickTimes(now, zone).map(({ name, local }) => (
          <Button key={name} variant="default" size="xs" onClick={() => onChange(local)}>
            {t(`when.${name}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
