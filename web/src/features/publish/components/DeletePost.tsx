import { useTranslation } from 'react-i18next'
import type { Delivery } from '@/shared/api/types'
import { placeOf } from '@/shared/lib/placeOf'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { useLiveAct } from '../api/changes'

interface DeletePostProps {
  delivery: Delivery
  opened: boolean
  onClose: () => void
}

/** Telegram gives nothing back that was deleted, so this is asked before. */
export function DeletePost({ delivery, opened, onClose }: DeletePostProps) {
  const { t } = useTranslation('publish')
  const act = useLiveAct()
  return (
    <ConfirmDialog
      opened={opened}
      title={t('delete.title')}
      act={t('delete.act')}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id: delivery.id, act: 'delete' }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('delete.what', { channel: placeOf(delivery) })}</p>
    </ConfirmDialog>
  )
}
