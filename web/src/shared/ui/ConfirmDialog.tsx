import { Button, Modal, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Acts } from './Panel'
import classes from './ConfirmDialog.module.css'
import { ProblemNotice } from './ProblemNotice'

interface ConfirmDialogProps {
  opened: boolean
  title: string
  /** The verb on the red button. */
  act: string
  /** What must be typed before the act can be done: only for what cannot be undone. */
  typed?: string
  busy: boolean
  error?: unknown
  onAct: () => void
  onClose: () => void
  /** What follows from the act, and choices that belong to it. */
  children: ReactNode
}

/** For acts that cannot be undone. What can be undone is done at once, and `toastWithUndo` says so. */
export function ConfirmDialog(dialog: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={dialog.opened} onClose={dialog.onClose} title={dialog.title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Inside {...dialog} />
    </Modal>
  )
}

// A component of its own, so that each opening begins with nothing typed.
function Inside({ act, typed, busy, error, onAct, onClose, children }: ConfirmDialogProps) {
  const { t } = useTranslation()
  const [written, setWritten] = useState('')
  const mayAct = typed === undefined || written.trim() === typed
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (mayAct && !busy) onAct()
  }
  return (
    <form className={classes.dialog} onSubmit={submit}>
      {children}
      {typed !== undefined && (
        <TextInput
          label={t('typeToConfirm', { name: typed })}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
      )}
      {error != null && <ProblemNotice error={error} />}
      <Acts>
        <Button type="submit" color="red" loading={busy} disabled={!mayAct}>
          {act}
        </Button>
        <Button variant="default" onClick={onClose} data-autofocus={typed === undefined || undefined}>
          {t('cancel')}
        </Button>
      </Acts>
    </form>
  )
}
