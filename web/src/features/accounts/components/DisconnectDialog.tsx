import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Account } from '@/shared/api/types'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { toast } from '@/shared/ui/toast'
import { useDisconnect } from '../api/disconnect'
import classes from './Accounts.module.css'

export function DisconnectDialog({ account, onClose }: { account?: Account; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common'])
  const disconnect = useDisconnect(({ name }) => {
    toast(t('dialog.done', { name }))
    onClose()
  })
  const close = () => {
    disconnect.reset()
    onClose()
  }
  return (
    <Modal
      opened={account !== undefined}
      onClose={close}
      title={t('dialog.title', { name: account?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={classes.dialog}>
        <p>{account?.kind === 'BOT' ? t('dialog.whatBot') : t('dialog.what', { phone: account?.phoneMasked || account?.name })}</p>
        {disconnect.error && <ProblemNotice error={disconnect.error} />}
        <div className={classes.dialogActions}>
          <Button variant="default" onClick={close} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button color="red" loading={disconnect.isPending} onClick={() => account && disconnect.mutate(account)}>
            {t('disconnect')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
