import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { keys } from '@/shared/api/queries'
import { renewSession } from '@/shared/api/sessionFetch'
import { LinkButton } from '@/shared/ui/LinkButton'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { confirmEmail } from '../api/recovery'
import classes from './AuthLayout.module.css'

/** The link counts once, so a person presses the button: programs that look through mail follow links too. */
export function ConfirmEmail({ token }: { token: string }) {
  const { t } = useTranslation('access')
  const queryClient = useQueryClient()
  const confirmation = useMutation({
    mutationFn: () => confirmEmail(token),
    onSuccess: async () => {
      // A session of this browser learns it now; without one there is nothing to renew.
      await renewSession(Date.now()).catch(() => false)
      await queryClient.invalidateQueries({ queryKey: keys.me })
    },
  })
  if (confirmation.data) {
    return (
      <div className={classes.form}>
        <p role="status">{t(confirmation.data.state === 'CONFIRMED' ? 'confirm.done' : 'confirm.otherAddress')}</p>
        <LinkButton to="/dashboard" fullWidth>
          {t('confirm.enter')}
        </LinkButton>
      </div>
    )
  }
  return (
    <div className={classes.form}>
      {confirmation.error && <ProblemNotice error={confirmation.error} />}
      <Button onClick={() => confirmation.mutate()} loading={confirmation.isPending} disabled={token === ''} fullWidth>
        {t('confirm.act')}
      </Button>
    </div>
  )
}
