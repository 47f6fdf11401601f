import type { Member } from '@/shared/api/types'
import { useProof } from '../model/useProof'
import { PasskeysPanel } from './PasskeysPanel'
import { ProviderPanel } from './ProviderPanel'
import { TotpPanel } from './TotpPanel'

/** How one signs in beyond the password. */
export function SecurityTab({ member }: { member: Member }) {
  const { withProof, dialog } = useProof(member.hasPassword)
  return (
    <>
      <PasskeysPanel withProof={withProof} />
      <TotpPanel withProof={withProof} />
      <ProviderPanel withProof={withProof} />
      {dialog}
    </>
  )
}
