import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, AccountProxy } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Panel } from '@/shared/ui/Panel'
import { KINDS } from '@/shared/ui/proxy/proxyFields'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { toast } from '@/shared/ui/toast'
import { proxyQuery, useRemoveProxy } from '../api/proxy'
import classes from './Account.module.css'
import { ProxyForm } from './ProxyForm'

/** The way the account goes to Telegram. */
export function ProxyPanel({ account }: { account: Account }) {
  const { t } = useTranslation('accounts')
  const query = useQuery(proxyQuery(account.id))
  return (
    <Panel
      title={t('proxy.title')}
      lead={t('proxy.lead')}
      aside={query.data?.kind && <Remove account={account} />}
    >
      <QueryStates query={query} pending={<SkeletonRows rows={2} height={56} />}>
        {(proxy) => (
          <>
            <Known proxy={proxy} />
            {/* Begun anew for another proxy, so that no password of the last one stays in a field. */}
            <ProxyForm key={`${proxy.kind} ${proxy.testedAt}`} account={account} known={proxy} />
          </>
        )}
      </QueryStates>
    </Panel>
  )
}

function Known({ proxy }: { proxy: AccountProxy }) {
  const { t } = useTranslation('accounts')
  if (!proxy.kind || !proxy.testedAt) return <p className={classes.why}>{t('proxy.none')}</p>
  return (
    <p className={`${classes.why} numbers`}>
      <strong>
        {KINDS[proxy.kind]} {proxy.host}:{proxy.port}
      </strong>
      {' · '}
      {t('proxy.works', { millis: proxy.roundTripMillis })} <RelativeTime at={proxy.testedAt} />
    </p>
  )
}

/** Nobody can put the password back, so this is asked before it is done. */
function Remove({ account }: { account: Account }) {
  const { t } = useTranslation('accounts')
  const [asked, setAsked] = useState(false)
  const remove = useRemoveProxy(account.id, () => {
    setAsked(false)
    toast(t('proxy.removed', { name: account.name }))
  })
  const close = () => {
    remove.reset()
    setAsked(false)
  }
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlugConnectedX size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {t('proxy.remove')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t('proxy.removeTitle', { name: account.name })}
        act={t('proxy.remove')}
        busy={remove.isPending}
        error={remove.error}
        onAct={() => remove.mutate()}
        onClose={close}
      >
        <p>{t('proxy.removeWhat')}</p>
      </ConfirmDialog>
    </>
  )
}
