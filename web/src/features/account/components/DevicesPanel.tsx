import { Button } from '@mantine/core'
import { IconCheck, IconDeviceMobile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, AccountDevice } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Panel } from '@/shared/ui/Panel'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StatusPill } from '@/shared/ui/StatusPill'
import { toast } from '@/shared/ui/toast'
import { devicesQuery, useEndDevice } from '../api/life'
import classes from './Account.module.css'

/** Where the account is logged in. Telegram is asked each time; without a connection there is nobody to ask. */
export function DevicesPanel({ account }: { account: Account }) {
  const { t } = useTranslation('accounts')
  const connected = account.state === 'CONNECTED'
  const query = useQuery({ ...devicesQuery(account.id), enabled: connected })
  const [ending, setEnding] = useState<AccountDevice>()
  const end = useEndDevice(account.id, ({ model }) => {
    toast(t('page.ended', { device: model }))
    setEnding(undefined)
  })
  const close = () => {
    end.reset()
    setEnding(undefined)
  }
  return (
    <Panel title={t('page.devices')} lead={t(connected ? 'page.devicesLead' : 'page.devicesNot')}>
      {connected && (
        <QueryStates query={query} pending={<SkeletonRows rows={2} height={48} />}>
          {(devices) => (
            <ul className={classes.list} aria-label={t('page.devices')}>
              {devices.map((device) => (
                <DeviceRow key={device.id} device={device} onEnd={() => setEnding(device)} />
              ))}
            </ul>
          )}
        </QueryStates>
      )}
      <ConfirmDialog
        opened={ending !== undefined}
        title={t('page.endTitle', { device: ending?.model ?? '' })}
        act={t('page.end')}
        busy={end.isPending}
        error={end.error}
        onAct={() => ending && end.mutate(ending)}
        onClose={close}
      >
        <p>{t('page.endWhat')}</p>
      </ConfirmDialog>
    </Panel>
  )
}

function DeviceRow({ device, onEnd }: { device: AccountDevice; onEnd: () => void }) {
  const { t } = useTranslation(['accounts', 'common'])
  return (
    <li className={classes.row} aria-label={device.model}>
      <IconDeviceMobile size={24} stroke={1.5} aria-hidden />
      <span className={classes.what}>
        <span className={classes.name}>
          {device.model}
          {device.current && (
            <StatusPill tone="good" icon={IconCheck}>
              {t('common:product')}
            </StatusPill>
          )}
        </span>
        <span className={`${classes.small} numbers`}>
          <span>{[device.appName, device.appVersion].filter(Boolean).join(' ')}</span>
          <span>{[device.ip, device.country].filter(Boolean).join(' · ')}</span>
          <span>
            {t('page.active')} <RelativeTime at={device.activeAt} />
          </span>
        </span>
      </span>
      {!device.current && (
        <Button variant="default" size="xs" onClick={onEnd} aria-label={`${t('page.end')}: ${device.model}`}>
          {t('page.end')}
        </Button>
      )}
    </li>
  )
}
