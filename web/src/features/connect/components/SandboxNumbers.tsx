import { UnstyledButton } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TelegramMode } from '@/shared/api/types'
import { PeerAvatar } from '@/shared/ui/PeerAvatar'
import { Section } from '@/shared/ui/Page'
import { normalizePhone } from '../model/phone'
import classes from './Connect.module.css'
import { PhoneLink } from './PhoneLink'

interface SandboxNumbersProps {
  offer: NonNullable<TelegramMode['sandbox']>
  chosen: string
  onChoose: (phone: string) => void
}

export function SandboxNumbers({ offer, chosen, onChoose }: SandboxNumbersProps) {
  const { t } = useTranslation('connect')
  return (
    <Section title={t('sandbox.title')} aside={<PhoneLink href={offer.phoneUrl} />}>
      <p className={classes.sandboxLead}>{t('sandbox.lead')}</p>
      <ul className={classes.numbers}>
        {offer.numbers.map(({ phone, name, dc, cloudPasswordSet, hint }) => (
          <li key={phone}>
            <UnstyledButton
              className={classes.number}
              aria-pressed={normalizePhone(chosen) === normalizePhone(phone)}
              onClick={() => onChoose(phone)}
            >
              <PeerAvatar name={name} seed={phone} size={32} />
              <span className={classes.numberWords}>
                <span className={classes.numberName}>{name}</span>
                <span className={`${classes.numberFacts} numbers`}>
                  {phone}
                  {dc != null && ` · ${t('sandbox.dc', { dc })}`}
                </span>
                {cloudPasswordSet && (
                  <span className={classes.numberFacts}>
                    <IconLock size={12} aria-hidden /> {hint ? t('sandbox.lockedHint', { hint }) : t('sandbox.locked')}
                  </span>
                )}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
