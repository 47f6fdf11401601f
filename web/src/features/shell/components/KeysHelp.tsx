import { Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Keyboard.module.css'

const MOD = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

const KEYS = [
  ['palette', [MOD, 'K']],
  ['search', ['/']],
  ['help', ['?']],
  ['send', [MOD, '↵']],
  ['bold', [MOD, 'B']],
  ['italic', [MOD, 'I']],
  ['underline', [MOD, 'U']],
  ['strike', [MOD, '⇧', 'S']],
  ['spoiler', [MOD, '⇧', 'P']],
  ['code', [MOD, 'E']],
  ['link', [MOD, '⇧', 'K']],
  ['close', ['Esc']],
] as const

/** What the keyboard can do everywhere; `?` opens it. */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['shell', 'common'])
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <dl className={classes.keys}>
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(`keys.${name}`)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
