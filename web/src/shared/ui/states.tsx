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
  IconPlayerPause,
  IconPlugConnected,
  IconPlugConnectedX,
  IconSend,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account, AccountStateName, DeliveryStateName } from '@/shared/api/types'
import { Countdown } from './Countdown'
import { StatusPill, type Tone } from './StatusPill'

const ACCOUNT: Record<AccountStateName, [Tone, Icon]> = {
  CONNECTED: ['good', IconCircleCheck],
  CONNECTING: ['accent', IconPlugConnected],
  PROXY_FAILED: ['bad', IconPlugConnectedX],
  FLOOD_WAIT: ['warn', IconClockPause],
  NEEDS_LOGIN: ['warn', IconLock],
  RESTRICTED: ['warn', IconAlertTriangle],
  PAUSED: ['quiet', IconPlayerPause],
  BANNED: ['bad', IconBan],
}

const DELIVERY: Record<DeliveryStateName, [Tone, Icon]> = {
  PLANNED: ['quiet', IconClock],
  SENDING: ['accent', IconSend],
  SENT: ['good', IconCircleCheck],
  REFUSED: ['bad', IconCircleX],
  CANCELLED: ['quiet', IconBan],
}

const DELETED: [Tone, Icon] = ['quiet', IconTrash]

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

/** A post that was sent may have been deleted since; that is what counts then. */
export function DeliveryState({ state, deleted = false }: { state: DeliveryStateName; deleted?: boolean }) {
  const { t } = useTranslation()
  const [tone, icon] = deleted ? DELETED : (DELIVERY[state] ?? UNKNOWN)
  return (
    <StatusPill tone={tone} icon={icon}>
      {t(`deliveryState.${deleted ? 'DELETED' : state}`)}
    </StatusPill>
  )
}
