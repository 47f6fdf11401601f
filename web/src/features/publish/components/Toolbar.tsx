import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconBlockquote,
  IconBold,
  IconCode,
  type Icon,
  IconItalic,
  IconLink,
  IconEyeOff,
  IconFold,
  IconStrikethrough,
  IconTerminal2,
  IconUnderline,
} from '@tabler/icons-react'
import { type ChainedCommands, type Editor, useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import classes from './Editor.module.css'

const FORMATS = {
  bold: [IconBold, 'Mod+B', (chain) => chain.toggleBold()],
  italic: [IconItalic, 'Mod+I', (chain) => chain.toggleItalic()],
  underline: [IconUnderline, 'Mod+U', (chain) => chain.toggleUnderline()],
  strike: [IconStrikethrough, 'Mod+Shift+S', (chain) => chain.toggleStrike()],
  spoiler: [IconEyeOff, 'Mod+Shift+P', (chain) => chain.toggleSpoiler()],
  code: [IconCode, 'Mod+E', (chain) => chain.toggleCode()],
  blockquote: [IconBlockquote, 'Mod+Shift+B', (chain) => chain.toggleBlockquote()],
  expandableQuote: [IconFold, 'Mod+Alt+B', (chain) => chain.toggleExpandableQuote()],
  codeBlock: [IconTerminal2, 'Mod+Alt+C', (chain) => chain.toggleCodeBlock()],
} satisfies Record<string, [Icon, string, (chain: ChainedCommands) => ChainedCommands]>

const names = Object.keys(FORMATS) as (keyof typeof FORMATS)[]
const MOD = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

export function Toolbar({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const { t } = useTranslation('publish')
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => [...names, 'link'].filter((name) =>
        name === 'expandableQuote' ? now.isActive('blockquote', { expandable: true }) : now.isActive(name),
      ),
  })
  const button = (name: keyof typeof FORMATS | 'link', Mark: Icon, keys: string, act: () => void) => (
    <Tooltip key={name} label={`${t(`format.${name}`)} · ${keys.replace('Mod', MOD)}`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        className={classes.format}
        aria-label={t(`format.${name}`)}
        aria-pressed={active.includes(name)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={act}
      >
        <Mark size={17} stroke={1.8} />
      </ActionIcon>
    </Tooltip>
  )
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('formatting')}>
      {names.map((name) => {
        const [icon, keys, act] = FORMATS[name]
        return button(name, icon, keys, () => act(editor.chain().focus()).run())
      })}
      {button('link', IconLink, 'Mod+Shift+K', onLink)}
    </div>
  )
}
