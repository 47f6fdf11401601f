import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconClockPause,
  IconHelp,
  type Icon,
  IconLock,
  IconPlugConnected,
  IconSend,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account, AccountStateName, DeliveryStateName } from '@/shared/api/types'
import { Countdown } from './Countdown'
import { StatusPill, type Tone } from './StatusPill'

const ACCOUNT: Record<AccountStateName, [Tone, Icon]> = {
  CONNECTED: ['good', IconCircleCheck],
  CONNECTING: ['accent', IconPlugConnected],
  FLOOD_WAIT: ['warn', IconClockPause],
  NEEDS_LOGIN: ['warn', IconLock],
  RESTRICTED: ['warn', IconAlertTriangle],
  BANNED: ['bad', IconBan],
}

const DELIVERY: Record<DeliveryStateName, [Tone, Icon]> = {
  PLANNED: ['quiet', IconClock],
  SENDING: ['accent', IconSend],
  SENT: ['good', IconCircleCheck],
  REFUSED: ['bad', IconCircleX],
  CANCELLED: ['quiet', IconBan],
}

/** A server newer than this page may name a state that it does not know: that is no reason to stop. */
const UNKNOWN: [Tone, Icon] = ['quiet', IconHelp]

interface AccountStateProps {
  account: Pick<Account, 'state' | 'stateUntil'>
  /** Another word for the state, where it speaks of several accounts. */
  label?: string
}

export function AccountState({ account, label }: AccountStateProps) {
  const { t } = useTranslation()
  const [tone, icon] = ACCOUNT[account.state] ?? UNKNOWN
  return (
    <StatusPill tone={tone} icon={icon}>
      {label ?? t(`accountState.${account.state}`)}
      {account.state === 'FLOOD_WAIT' && account.stateUntil && (
        <>
          {' '}
          <Countdown until={account.stateUntil} />
        </>
      )}
    </StatusPill>
  )
}

export function DeliveryState({ state }: { state: DeliveryStateName }) {
  const { t } = useTranslation()
  const [tone, icon] = DELIVERY[state] ?? UNKNOWN
  return (
    <StatusPill tone={tone} icon={icon}>
      {t(`deliveryState.${state}`)}
    </StatusPill>
  )
}
