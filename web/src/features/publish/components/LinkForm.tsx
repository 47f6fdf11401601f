import { Button, TextInput } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { normalizeLink } from '../model/link'
import classes from './Editor.module.css'

/** Asks for the address of the chosen words; with nothing chosen the address itself is written. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation(['publish', 'common'])
  const current = String(editor.getAttributes('link').href ?? '')
  const [address, setAddress] = useState(current)
  const [wrong, setWrong] = useState(false)
  const done = () => {
    onClose()
    editor.commands.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const href = normalizeLink(address)
    if (!href) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !current) {
      const mark = { type: 'link', attrs: { href } }
      chain.insertContent({ type: 'text', text: address.trim(), marks: [mark] }).unsetMark('link').run()
    } else chain.setLink({ href }).run()
    onClose()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') done()
  }
  return (
    <form className={classes.linkForm} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <TextInput
        aria-label={t('link.address')}
        placeholder={t('link.placeholder')}
        inputMode="url"
        autoComplete="off"
        className={classes.linkInput}
        value={address}
        onChange={(event) => {
          setAddress(event.currentTarget.value)
          setWrong(false)
        }}
        error={wrong && t('link.wrong')}
        autoFocus
      />
      <Button type="submit">{t('link.set')}</Button>
      {current ? (
        <Button variant="default" onClick={remove}>
          {t('link.remove')}
        </Button>
      ) : (
        <Button variant="default" onClick={done}>
          {t('common:cancel')}
        </Button>
      )}
    </form>
  )
}
