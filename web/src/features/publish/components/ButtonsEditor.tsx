import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type ChosenButton, isWholeButton } from '../model/enclosures'
import classes from './Enclosures.module.css'

const MOST_BUTTONS = 10

interface ButtonsEditorProps {
  buttons: ChosenButton[]
  onChange: (buttons: ChosenButton[]) => void
}

/** Links below the post, one in a row; only bots may post them. */
export function ButtonsEditor({ buttons, onChange }: ButtonsEditorProps) {
  const { t } = useTranslation('publish')
  const set = (at: number, part: Partial<ChosenButton>) => onChange(buttons.map((one, i) => (i === at ? { ...one, ...part } : one)))
  return (
    <div className={classes.buttons}>
      {buttons.map((button, at) => (
        // Buttons are told apart by their place alone.
        <div key={at} className={classes.button}>
          <TextInput
            aria-label={t('buttons.text', { number: at + 1 })}
            placeholder={t('buttons.text', { number: at + 1 })}
            maxLength={64}
            value={button.text}
            onChange={(event) => set(at, { text: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('buttons.url', { number: at + 1 })}
            placeholder={t('link.placeholder')}
            inputMode="url"
            value={button.url}
            error={button.url !== '' && !isWholeButton({ text: 'x', url: button.url }) && t('buttons.wrong')}
            onChange={(event) => set(at, { url: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('buttons.remove', { number: at + 1 })}
            onClick={() => onChange(buttons.filter((_, i) => i !== at))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {buttons.length < MOST_BUTTONS && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...buttons, { text: '', url: '' }])}
        >
          {t('buttons.add')}
        </Button>
      )}
    </div>
  )
}
