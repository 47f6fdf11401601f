import { Button } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NO_POLL } from '../model/enclosures'
import type { ChosenEnclosures } from '../model/useEnclosures'
import { ButtonsEditor } from './ButtonsEditor'
import classes from './Enclosures.module.css'
import { FileBox } from './FileBox'
import { PollEditor } from './PollEditor'

interface EnclosurePanelProps {
  enclosures: ChosenEnclosures
  hasText: boolean
  isBot: boolean
}

/** Files, a poll and, for bots, buttons. A poll is a post of its own, an album has no buttons. */
export function EnclosurePanel({ enclosures, hasText, isBot }: EnclosurePanelProps) {
  const { t } = useTranslation('publish')
  const { files, hasFiles, poll, setPoll, buttons, setButtons } = enclosures
  return (
    <section className={classes.panel} aria-label={t('enclose.title')}>
      {!poll && <FileBox files={files} />}
      {poll && <PollEditor poll={poll} onChange={setPoll} />}
      {poll && (hasText || hasFiles) && (
        <p className={classes.bad} role="alert">
          {t('enclose.pollAlone')}
        </p>
      )}
      {poll ? (
        <Button variant="default" size="sm" onClick={() => setPoll(undefined)}>
          {t('enclose.noPoll')}
        </Button>
      ) : (
        !hasText &&
        !hasFiles && (
          <Button variant="default" size="sm" leftSection={<IconChartBar size={16} aria-hidden />} onClick={() => setPoll(NO_POLL)}>
            {t('enclose.poll')}
          </Button>
        )
      )}
      {isBot && files.files.length < 2 && <ButtonsEditor buttons={buttons} onChange={setButtons} />}
    </section>
  )
}
