import { ActionIcon, Menu } from '@mantine/core'
import { IconBroadcast, IconDots, IconHistory, IconPlugConnectedX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Account } from '@/shared/api/types'
import { LinkButton } from '@/shared/ui/LinkButton'
import { MenuLink } from '@/shared/ui/MenuLink'
import { PeerAvatar } from '@/shared/ui/PeerAvatar'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StateReason } from '@/shared/ui/StateReason'
import { AccountState } from '@/shared/ui/states'
import classes from './Accounts.module.css'

const NEEDS_WORDS = new Set<Account['state']>(['PROXY_FAILED', 'FLOOD_WAIT', 'NEEDS_LOGIN', 'RESTRICTED', 'PAUSED', 'BANNED'])

interface AccountRowProps {
  account: Account
  /** Without it the row only shows. */
  onDisconnect?: () => void
  /** In the list of everybody's accounts: whether this one is the reader's. */
  own?: boolean
}

export function AccountRow({ account, onDisconnect, own }: AccountRowProps) {
  const { t } = useTranslation('accounts')
  return (
    <li className={classes.row} aria-label={account.name}>
      <PeerAvatar name={account.name} seed={account.telegramUserId} size={40} />
      <div className={classes.who}>
        <span className={classes.name}>
          {onDisconnect ? (
            <Link to="/accounts/$id" params={{ id: account.id }}>
              {account.name}
            </Link>
          ) : (
            account.name
          )}
        </span>
        <span className={`${classes.facts} numbers`}>
          {account.username && <span>@{account.username}</span>}
          {account.phoneMasked && <span>{account.phoneMasked}</span>}
          <span>{t('dc', { dc: account.dc })}</span>
          {own && <span>{t('everybody.yours')}</span>}
        </span>
      </div>
      <div className={classes.state}>
        <AccountState account={account} />
        <span className={classes.since}>
          {t('connectedAt')} <RelativeTime at={account.connectedAt} />
        </span>
      </div>
      {onDisconnect && (
        <div className={classes.actions}>
          {account.state === 'NEEDS_LOGIN' && account.kind === 'USER' && (
            <LinkButton to="/accounts/connect" variant="default" size="xs">
              {t('logInAgain')}
            </LinkButton>
        )}
        <Menu position="bottom-end" width={216}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('actionsFor', { name: account.name })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <MenuLink to="/channels" search={{ account: account.id }} leftSection={<IconBroadcast size={16} />}>
              {t('channels')}
            </MenuLink>
            <MenuLink to="/journal" search={{ account: account.id }} leftSection={<IconHistory size={16} />}>
              {t('journal')}
            </MenuLink>
            <Menu.Item className={classes.danger} leftSection={<IconPlugConnectedX size={16} />} onClick={onDisconnect}>
              {t('disconnect')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      )}
      {NEEDS_WORDS.has(account.state) && (
        <p className={classes.why}>
          {t(account.kind === 'BOT' && account.state === 'NEEDS_LOGIN' ? 'why.BOT' : `why.${account.state as 'NEEDS_LOGIN'}`)}
          <StateReason account={account} className={classes.reason} />
        </p>
      )}
    </li>
  )
}
