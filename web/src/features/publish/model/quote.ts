import { Extension } from '@tiptap/core'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    expandableQuote: { toggleExpandableQuote: () => ReturnType }
  }
}

const QUOTE = 'blockquote'

/** Telegram's quotation that is shown shortened until a reader opens it. */
export const ExpandableQuote = Extension.create({
  name: 'expandableQuote',
  addGlobalAttributes: () => [
    {
      types: [QUOTE],
      attributes: {
        expandable: {
          default: false,
          parseHTML: (element) => element.hasAttribute('expandable'),
          renderHTML: ({ expandable }) => (expandable ? { expandable: '' } : {}),
        },
      },
    },
  ],
  addCommands() {
    return {
      toggleExpandableQuote:
        () =>
        ({ editor, commands }) =>
          editor.isActive(QUOTE)
            ? commands.updateAttributes(QUOTE, { expandable: !editor.isActive(QUOTE, { expandable: true }) })
            : commands.wrapIn(QUOTE, { expandable: true }),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Alt-b': () => this.editor.commands.toggleExpandableQuote() }
  },
})
