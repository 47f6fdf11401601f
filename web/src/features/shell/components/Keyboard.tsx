import '@mantine/spotlight/styles.css'
import { Kbd, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { onAskForKeys } from '../model/keysHelp'
import { places } from '../model/navigation'
import { shortcutOf } from '../model/shortcuts'
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

export default function Keyboard() {
  const { t } = useTranslation(['shell', 'common'])
  const navigate = useNavigate()
  const [help, { open, close }] = useDisclosure(false)
  useEffect(() => onAskForKeys(open), [open])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = shortcutOf(event)
      if (!wanted) return
      event.preventDefault()
      if (wanted === 'help') open()
      else spotlight.open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open])
  const actions = [
    { id: 'connect', label: t('palette.connect'), icon: IconPlus, to: '/accounts/connect' as const },
    ...places.map(({ to, name, icon }) => ({ id: name, label: t(`place.${name}`), icon, to })),
  ].map(({ icon: Mark, to, ...rest }) => ({
    ...rest,
    leftSection: <Mark size={18} stroke={1.7} />,
    onClick: () => void navigate({ to }),
  }))
  return (
    <>
      <Spotlight
        actions={actions}
        shortcut={null}
        nothingFound={t('palette.nothing')}
        highlightQuery
        title={t('palette.title')}
        classNames={{ header: 'srOnly' }}
        searchProps={{
          'aria-label': t('palette.title'),
          placeholder: t('palette.placeholder'),
          leftSection: <IconSearch size={18} />,
        }}
      />
      <Modal opened={help} onClose={close} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
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
    </>
  )
}
