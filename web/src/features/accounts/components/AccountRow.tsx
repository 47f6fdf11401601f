import { ActionIcon, Menu } from '@mantine/core'
import { IconBroadcast, IconDots, IconHistory, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '@/shared/api/types'
import { LinkButton, MenuLink } from '@/shared/ui/LinkButton'
import { PeerAvatar } from '@/shared/ui/PeerAvatar'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { AccountState } from '@/shared/ui/states'
import classes from './Accounts.module.css'

const NEEDS_WORDS = new Set<Account['state']>(['FLOOD_WAIT', 'NEEDS_LOGIN', 'RESTRICTED', 'BANNED'])

export function AccountRow({ account, onDisconnect }: { account: Account; onDisconnect: () => void }) {
  const { t } = useTranslation('accounts')
  return (
    <li className={classes.row} aria-label={account.name}>
      <PeerAvatar name={account.name} seed={account.telegramUserId} size={40} />
      <div className={classes.who}>
        <span className={classes.name}>{account.name}</span>
        <span className={`${classes.facts} numbers`}>
          {account.username && <span>@{account.username}</span>}
          <span>{account.phoneMasked}</span>
          <span>{t('dc', { dc: account.dc })}</span>
        </span>
      </div>
      <div className={classes.state}>
        <AccountState account={account} />
        <span className={classes.since}>
          {t('connectedAt')} <RelativeTime at={account.connectedAt} />
        </span>
      </div>
      <div className={classes.actions}>
        {account.state === 'NEEDS_LOGIN' && (
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
      {NEEDS_WORDS.has(account.state) && (
        <p className={classes.why}>
          {t(`why.${account.state as 'NEEDS_LOGIN'}`)}
          {account.stateReason && <code className={classes.reason}>{account.stateReason}</code>}
        </p>
      )}
    </li>
  )
}
