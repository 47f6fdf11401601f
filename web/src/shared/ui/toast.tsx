import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'

const closeButton = () => ({ closeButtonProps: { 'aria-label': i18next.t('close') } })

/** A short word at the edge about something that has happened; never the only place of a problem. */
export const toast = (message: string, tone: 'good' | 'bad' = 'good') =>
  notifications.show({ message, color: tone === 'good' ? 'accent' : 'red', withBorder: true, ...closeButton() })

const TIME_TO_UNDO_MILLIS = 8000

/** Says what was done and offers to take it back: the other way than asking “are you sure” before. */
export function toastWithUndo(message: string, undo: () => void): void {
  const id = `undo-${crypto.getRandomValues(new Uint32Array(1))[0]}`
  const takeBack = () => {
    notifications.hide(id)
    undo()
  }
  notifications.show({
    id,
    color: 'accent',
    withBorder: true,
    ...closeButton(),
    autoClose: TIME_TO_UNDO_MILLIS,
    message: (
      <span className="toastWithUndo">
        {message}
        <Button variant="subtle" size="compact-sm" onClick={takeBack}>
          {i18next.t('undo')}
        </Button>
      </span>
    ),
  })
}
