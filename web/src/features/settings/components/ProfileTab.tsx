import type { Member } from '@/shared/api/types'
import { LooksPanel } from './LooksPanel'
import { MailsPanel } from './MailsPanel'
import { NamePanel } from './NamePanel'
import { ZonePanel } from './ZonePanel'

export function ProfileTab({ member }: { member: Member }) {
  return (
    <>
      <NamePanel key={member.username} member={member} />
      <LooksPanel member={member} />
      <ZonePanel member={member} />
      <MailsPanel member={member} />
    </>
  )
}
