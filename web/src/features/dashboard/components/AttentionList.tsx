import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { openLoginsQuery } from '@/shared/api/queries'
import type { Account, Channel, Delivery } from '@/shared/api/types'
import { dangerIn } from '@/shared/lib/danger'
import { useNow } from '@/shared/lib/useNow'
import { Endangered } from '@/shared/ui/Endangered'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Section } from '@/shared/ui/Page'
import { AccountState, DeliveryState } from '@/shared/ui/states'
import { type Attention, attention } from '../model/attention'
import classes from './Dashboard.module.css'

interface AttentionListProps {
  accounts: Account[]
  channels: Channel[]
  deliveries: Delivery[]
}

export function AttentionList({ accounts, channels, deliveries }: AttentionListProps) {
  const { t } = useTranslation('dashboard')
  const { data: logins = [] } = useQuery(openLoginsQuery)
  const items = attention(accounts, channels, logins, deliveries, useNow(60_000))
  return (
    <Section title={t('attention')}>
      {items.length === 0 ? (
        <p className={classes.allWell}>
          <IconCircleCheck size={18} aria-hidden />
          {t('allWell')}
        </p>
      ) : (
        <ul className={classes.items}>
          {items.map((item) => (
            <Item key={keyOf(item)} item={item} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function keyOf(item: Attention): string {
  switch (item.kind) {
    case 'account':
      return item.account.id
    case 'channel':
      return item.channel.id
    case 'login':
      return item.login.id
    case 'refused':
      return item.delivery.id
  }
}

function Item({ item }: { item: Attention }) {
  const { t } = useTranslation('dashboard')
  const small = { variant: 'default', size: 'xs' } as const
  switch (item.kind) {
    case 'account':
      return (
        <li className={classes.item}>
          <span className={classes.itemWords}>{item.account.name}</span>
          <AccountState account={item.account} />
          <LinkButton to="/accounts/$id" params={{ id: item.account.id }} {...small}>
            {t('look')}
          </LinkButton>
        </li>
      )
    case 'channel':
      return (
        <li className={classes.item}>
          <div className={classes.itemWords}>
            {item.channel.title}
            <Endangered danger={dangerIn(item.channel) ?? 'UNSEEN'} count={item.channel.waiting} />
          </div>
          <LinkButton to="/channels" {...small}>
            {t('look')}
          </LinkButton>
        </li>
      )
    case 'login':
      return (
        <li className={classes.item}>
          <span className={classes.itemWords}>{t('unfinished', { phone: item.login.phoneMasked })}</span>
          <LinkButton to="/accounts/connect" search={{ login: item.login.id }} {...small}>
            {t('continue')}
          </LinkButton>
        </li>
      )
    case 'refused':
      return (
        <li className={classes.item}>
          <span className={classes.itemWords}>{item.delivery.channelTitle}</span>
          <DeliveryState state="REFUSED" />
          <LinkButton to="/publish" search={{ delivery: item.delivery.id }} {...small}>
            {t('look')}
          </LinkButton>
        </li>
      )
  }
}
