import { type Editor, EditorContent } from '@tiptap/react'
import classes from './Editor.module.css'
import { LinkForm } from './LinkForm'
import { Toolbar } from './Toolbar'

interface EditorBoxProps {
  editor: Editor | null
  linking: boolean
  onLinking: { open: () => void; close: () => void }
}

export function EditorBox({ editor, linking, onLinking }: EditorBoxProps) {
  return (
    <div className={classes.box}>
      {editor && <Toolbar editor={editor} onLink={onLinking.open} />}
      {editor && linking && <LinkForm editor={editor} onClose={onLinking.close} />}
      <EditorContent editor={editor} className={classes.editor} />
    </div>
  )
}
