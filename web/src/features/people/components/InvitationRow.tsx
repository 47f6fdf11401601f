import { Button } from '@mantine/core'
import { IconClockX, IconLink, IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '@/shared/lib/clock'
import type { Invitation } from '@/shared/api/types'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StatusPill } from '@/shared/ui/StatusPill'
import classes from './People.module.css'

interface InvitationRowProps {
  invitation: Invitation
  busy: boolean
  onResend: () => void
  onWithdraw: () => void
}

export function InvitationRow({ invitation, busy, onResend, onWithdraw }: InvitationRowProps) {
  const { t } = useTranslation(['people', 'shell'])
  const whom = invitation.email ?? t('invitations.byLink')
  const Mark = invitation.email ? IconMail : IconLink
  const over = new Date(invitation.expiresAt).getTime() <= serverNow()
  return (
    <li className={classes.row} aria-label={whom}>
      <Mark size={24} stroke={1.5} aria-hidden />
      <span className={classes.what}>
        <span className={classes.name}>{whom}</span>
        <span className={`${classes.facts} numbers`}>
          <span>{t(`shell:role.${invitation.role}`)}</span>
          {invitation.invitedBy && <span>{t('invitations.by', { name: invitation.invitedBy })}</span>}
          {over ? (
            <StatusPill tone="warn" icon={IconClockX}>{t('invitations.over')}</StatusPill>
          ) : (
            <span>
              {t('invitations.until')} <RelativeTime at={invitation.expiresAt} />
            </span>
          )}
        </span>
      </span>
      {invitation.email && (
        <Button variant="default" size="xs" loading={busy} onClick={onResend}>
          {t('invitations.resend')}
        </Button>
      )}
      <Button variant="default" size="xs" onClick={onWithdraw}>
        {t('invitations.withdraw')}
      </Button>
    </li>
  )
}
