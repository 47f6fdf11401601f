import { IconMailForward } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Section } from '@/shared/ui/Page'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { toast } from '@/shared/ui/toast'
import { invitationsKey, invitationsQuery, resend, withdraw } from '../api/people'
import { InvitationRow } from './InvitationRow'
import classes from './People.module.css'

/** Those that nobody has used yet. */
export function Invitations() {
  const { t } = useTranslation('people')
  const queryClient = useQueryClient()
  const query = useQuery(invitationsQuery)
  const [withdrawn, setWithdrawn] = useState<Invitation | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: invitationsKey })
  const again = useMutation({
    mutationFn: (invitation: Invitation) => resend(invitation.id),
    onSuccess: (_, { email }) => {
      toast(t('invite.sent', { email }))
      return refresh()
    },
  })
  const end = useMutation({
    mutationFn: (invitation: Invitation) => withdraw(invitation.id),
    onSuccess: () => {
      setWithdrawn(null)
      return refresh()
    },
  })
  return (
    <Section title={t('invitations.title')}>
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={1} height={48} />}
        empty={{ when: (all) => all.length === 0, show: <EmptyState icon={IconMailForward} text={t('invitations.empty')} /> }}
      >
        {(all) => (
          <ul className={classes.list} aria-label={t('invitations.title')}>
            {all.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                busy={again.isPending && again.variables.id === invitation.id}
                onResend={() => again.mutate(invitation)}
                onWithdraw={() => setWithdrawn(invitation)}
              />
            ))}
          </ul>
        )}
      </QueryStates>
      {again.error && <ProblemNotice error={again.error} />}
      <ConfirmDialog
        opened={withdrawn !== null}
        title={t('invitations.withdrawTitle')}
        act={t('invitations.withdraw')}
        busy={end.isPending}
        error={end.error}
        onAct={() => withdrawn && end.mutate(withdrawn)}
        onClose={() => setWithdrawn(null)}
      >
        <p>{t('invitations.withdrawLead')}</p>
      </ConfirmDialog>
    </Section>
  )
}
