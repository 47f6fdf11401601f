import { Mark, markInputRule } from '@tiptap/core'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    spoiler: { toggleSpoiler: () => ReturnType }
  }
}

const TYPED = /(?:^|\s)(\|\|(?!\s)([^|]+)\|\|)$/

/** Telegram's hidden text: ||like this||. */
export const Spoiler = Mark.create({
  name: 'spoiler',
  parseHTML: () => [{ tag: 'span[data-spoiler]' }, { tag: 'tg-spoiler' }],
  renderHTML: () => ['span', { 'data-spoiler': '' }, 0],
  addCommands() {
    return { toggleSpoiler: () => ({ commands }) => commands.toggleMark(this.name) }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-p': () => this.editor.commands.toggleSpoiler() }
  },
  addInputRules() {
    return [markInputRule({ find: TYPED, type: this.type })]
  },
})
