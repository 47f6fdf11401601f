import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { useChangeMe } from '../api/changeMe'

/** Acts at once: the switch shows how it is. */
export function MailsPanel({ member }: { member: Member }) {
  const { t } = useTranslation('settings')
  const change = useChangeMe()
  return (
    <Panel title={t('mails.title')} lead={t('mails.lead', { email: member.email })}>
      <Switch
        label={t('mails.accounts')}
        description={t('mails.accountsMeans')}
        checked={change.isPending ? (change.variables.accountMails ?? true) : (member.accountMails ?? true)}
        onChange={({ currentTarget }) => change.mutate({ accountMails: currentTarget.checked })}
      />
      {change.error && <ProblemNotice error={change.error} />}
    </Panel>
  )
}
