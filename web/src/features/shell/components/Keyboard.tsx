import '@mantine/spotlight/styles.css'
import { useDisclosure } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { onAskForKeys } from '../model/keysHelp'
import { shortcutOf } from '../model/shortcuts'
import { focusSearch } from '../model/searchField'
import { KeysHelp } from './KeysHelp'
import { usePalette } from './usePalette'

const SHOWN = 12

export default function Keyboard({ member }: { member: Member }) {
  const { t } = useTranslation(['shell', 'common'])
  const [help, { open, close }] = useDisclosure(false)
  useEffect(() => onAskForKeys(open), [open])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = shortcutOf(event)
      if (!wanted) return
      event.preventDefault()
      if (wanted === 'help') open()
      else if (wanted === 'palette' || !focusSearch()) spotlight.open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open])
  return (
    <>
      <Spotlight
        actions={usePalette(member)}
        shortcut={null}
        nothingFound={t('palette.nothing')}
        highlightQuery
        scrollable
        limit={SHOWN}
        overlayProps={{ backgroundOpacity: 0.45, blur: 0 }}
        maxHeight="min(480px, 70dvh)"
        title={t('palette.title')}
        classNames={{ header: 'srOnly' }}
        searchProps={{
          'aria-label': t('palette.title'),
          placeholder: t('palette.placeholder'),
          leftSection: <IconSearch size={18} />,
        }}
      />
      <KeysHelp opened={help} onClose={close} />
    </>
  )
}
