import { ActionIcon, Menu } from '@mantine/core'
import {
  IconCalendarTime,
  IconDots,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconRefresh,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delivery } from '@/shared/api/types'
import { inWords } from '@/shared/lib/inWords'
import { toast, toastWithUndo } from '@/shared/ui/toast'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { useCancel, useLiveAct, useRetry } from '../api/changes'
import { DeletePost } from './DeletePost'
import { EditPost } from './EditPost'

const ICON = { size: 16, 'aria-hidden': true }

/** What can be done to a post, by the state that it is in. */
export function PostActs({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('publish')
  const words = useProblemWords()
  const [open, setOpen] = useState<'edit' | 'delete'>()
  const [cancel, retry, live] = [useCancel(), useRetry(), useLiveAct()]
  const onError = (error: unknown) => toast(words(error).what, 'bad')
  const { id } = delivery
  const isLive = delivery.state === 'SENT' && !delivery.deletedAt && delivery.messageNumber !== undefined
  const isPlanned = delivery.state === 'PLANNED'
  const canRetry = delivery.state === 'REFUSED' || delivery.state === 'CANCELLED'
  const busy = delivery.change !== undefined && !delivery.change.refusal
  if (!isLive && !isPlanned && !canRetry) return null

  const cancelNow = () =>
    cancel.mutate(id, {
      onError,
      onSuccess: () => toastWithUndo(t('acts.cancelled'), () => retry.mutate(id, { onError })),
    })
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('acts.of', { text: inWords(delivery).slice(0, 40) })} loading={busy}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(isLive || isPlanned) && (
            <Menu.Item leftSection={isPlanned ? <IconCalendarTime {...ICON} /> : <IconPencil {...ICON} />} onClick={() => setOpen('edit')}>
              {t(isPlanned ? 'acts.change' : 'acts.edit')}
            </Menu.Item>
          )}
          {isPlanned && (
            <Menu.Item leftSection={<IconX {...ICON} />} onClick={cancelNow}>
              {t('acts.cancel')}
            </Menu.Item>
          )}
          {isLive && (
            <Menu.Item
              leftSection={delivery.pinned ? <IconPinnedOff {...ICON} /> : <IconPin {...ICON} />}
              onClick={() => live.mutate({ id, act: delivery.pinned ? 'unpin' : 'pin' }, { onError })}
            >
              {t(delivery.pinned ? 'acts.unpin' : 'acts.pin')}
            </Menu.Item>
          )}
          {isLive && (
            <Menu.Item color="red" leftSection={<IconTrash {...ICON} />} onClick={() => setOpen('delete')}>
              {t('acts.delete')}
            </Menu.Item>
          )}
          {canRetry && (
            <Menu.Item leftSection={<IconRefresh {...ICON} />} onClick={() => retry.mutate(id, { onError })}>
              {t('acts.retry')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <EditPost delivery={delivery} opened={open === 'edit'} onClose={() => setOpen(undefined)} />
      <DeletePost delivery={delivery} opened={open === 'delete'} onClose={() => setOpen(undefined)} />
    </>
  )
}
