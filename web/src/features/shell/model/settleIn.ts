import type { Member } from '@/shared/api/types'
import { chooseLanguage, isLanguage, spokenLanguage } from '@/shared/i18n'
import { ownedBy } from '@/shared/lib/own'
import { liveIn } from '@/shared/lib/zone'

/** Makes the cabinet this member's: their drafts, their zone, their language. What they never said, the browser says. */
export async function settleIn({ id, timeZone, language }: Member): Promise<void> {
  ownedBy(id)
  liveIn(timeZone)
  if (isLanguage(language) && language !== spokenLanguage()) await chooseLanguage(language)
}
