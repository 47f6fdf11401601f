import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Login } from '@/shared/api/types'
import { useCancel } from '../api/steps'

/** The way back from every step. If the server cannot be told, the login runs out by itself. */
export function CancelLogin({ login, onDone }: { login: Login; onDone: () => void }) {
  const { t } = useTranslation('connect')
  const cancel = useCancel(login.id, onDone)
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      loading={cancel.isPending}
      onClick={() => cancel.mutate(undefined)}
    >
      {t('cancelLogin')}
    </Button>
  )
}
