import { notifications } from '@mantine/notifications'

/** A short word at the edge about something that has happened; never the only place of a problem. */
export const toast = (message: string, tone: 'good' | 'bad' = 'good') =>
  notifications.show({ message, color: tone === 'good' ? 'accent' : 'red', withBorder: true })
