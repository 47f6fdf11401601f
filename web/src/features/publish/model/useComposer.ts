import type { JSONContent } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import { Fragment, Slice } from '@tiptap/pm/model'
import { useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import type { DocNode } from './document'
import { ExpandableQuote } from './quote'
import { Spoiler } from './spoiler'

interface ComposerOptions {
  initial?: DocNode
  label: string
  placeholder: string
  onChange: (document: DocNode) => void
}

const kit = StarterKit.configure({
  bulletList: false,
  dropcursor: false,
  gapcursor: false,
  heading: false,
  horizontalRule: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  trailingNode: false,
  // Telegram finds bare addresses by itself; only chosen words become a text link.
  link: { autolink: false, openOnClick: false, protocols: ['tg'], HTMLAttributes: { rel: null, target: null } },
})

/** The editor: exactly the formatting that Telegram has, nothing else survives a paste. */
export function useComposer({ initial, label, placeholder, onChange }: ComposerOptions) {
  return useEditor({
    // Its style sheet is Editor.module.css: the content security policy refuses injected ones.
    injectCSS: false,
    content: initial as JSONContent | undefined,
    extensions: [kit, Spoiler, ExpandableQuote, Placeholder.configure({ placeholder })],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      // ProseMirror's own parser swallows empty lines; in a post they are wanted.
      clipboardTextParser: (text, _context, _plain, view) => {
        const { schema } = view.state
        const lines = text.split(/\r\n?|\n/)
        const blocks = lines.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]))
        return new Slice(Fragment.from(blocks), 1, 1)
      },
    },
    onUpdate: ({ editor }) => onChange(editor.getJSON() as DocNode),
  })
}
