import { Button } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconDeviceMobile, IconTerminal2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WebSession } from '@/shared/api/types'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import classes from '@/shared/ui/Rows.module.css'
import { StatusPill } from '@/shared/ui/StatusPill'
import { deviceOf, methodOf } from '../model/session'

const ICONS = { phone: IconDeviceMobile, computer: IconDeviceDesktop, program: IconTerminal2 }

export function SessionRow({ session, busy, onEnd }: { session: WebSession; busy: boolean; onEnd: () => void }) {
  const { t } = useTranslation('sessions')
  const { kind, name } = deviceOf(session)
  const Icon = ICONS[kind]
  const device = name ?? t('unknown')
  return (
    <li className={classes.row} aria-label={device}>
      <Icon size={24} stroke={1.5} aria-hidden />
      <span className={classes.what}>
        <span className={classes.name}>
          {device}
          {session.current && <StatusPill tone="good" icon={IconCheck}>{t('current')}</StatusPill>}
        </span>
        <span className={`${classes.facts} numbers`}>
          <span>{session.address}</span>
          <span>{t(`method.${methodOf(session.method)}`)}</span>
          {!session.current && (
            <span>
              {t('seen')} <RelativeTime at={session.lastSeenAt} />
            </span>
          )}
          <span>
            {t('since')} <RelativeTime at={session.createdAt} />
          </span>
        </span>
      </span>
      {!session.current && (
        <Button variant="default" size="xs" loading={busy} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  )
}
