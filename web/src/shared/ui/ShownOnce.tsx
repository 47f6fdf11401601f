import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './ShownOnce.module.css'

/** A value that will not be shown again (an API key, an invitation's link): whole, selectable, with a copy button. */
export function ShownOnce({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes.once}>
      <output className={classes.value} aria-label={label}>
        {value}
      </output>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={copy}
          >
            {copied ? t('copied') : t('copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
