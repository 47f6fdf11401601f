export type Shortcut = 'palette' | 'search' | 'help'

type Pressed = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey' | 'target'>

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** What a key asks of the whole cabinet. Ctrl+K goes by the key's place: in a Russian layout the same key writes “л”. */
export function shortcutOf(event: Pressed): Shortcut | undefined {
  const mod = event.ctrlKey || event.metaKey
  if (mod && !event.shiftKey && !event.altKey && event.code === 'KeyK') return 'palette'
  if (mod || event.altKey || isWriting(event.target)) return undefined
  if (event.key === '/') return 'search'
  return event.key === '?' ? 'help' : undefined
}
