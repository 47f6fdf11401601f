import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { openLoginsQuery } from '@/shared/api/queries'
import type { Account, Delivery } from '@/shared/api/types'
import { useNow } from '@/shared/lib/useNow'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Section } from '@/shared/ui/Page'
import { AccountState, DeliveryState } from '@/shared/ui/states'
import { type Attention, attention } from '../model/attention'
import classes from './Dashboard.module.css'

export function AttentionList({ accounts, deliveries }: { accounts: Account[]; deliveries: Delivery[] }) {
  const { t } = useTranslation('dashboard')
  const { data: logins = [] } = useQuery(openLoginsQuery)
  const items = attention(accounts, logins, deliveries, useNow(60_000))
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

const keyOf = (item: Attention) =>
  item.kind === 'account' ? item.account.id : item.kind === 'login' ? item.login.id : item.delivery.id

function Item({ item }: { item: Attention }) {
  const { t } = useTranslation('dashboard')
  const small = { variant: 'default', size: 'xs' } as const
  switch (item.kind) {
    case 'account':
      return (
        <li className={classes.item}>
          <span className={classes.itemWords}>{item.account.name}</span>
          <AccountState account={item.account} />
          <LinkButton to="/accounts" {...small}>
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
