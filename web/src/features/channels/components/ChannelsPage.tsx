import { Button, Select } from '@mantine/core'
import { IconBroadcast, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { accountsQuery, channelsQuery } from '@/shared/api/queries'
import { EmptyState } from '@/shared/ui/EmptyState'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Page } from '@/shared/ui/Page'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { useRefreshChannels } from '../api/refresh'
import { inOrder } from '../model/rights'
import { ChannelRow } from './ChannelRow'
import classes from './Channels.module.css'

interface ChannelsPageProps {
  accountId?: string
  onAccount: (id: string | undefined) => void
}

export function ChannelsPage({ accountId, onAccount }: ChannelsPageProps) {
  const { t } = useTranslation('channels')
  const { data: accounts = [] } = useQuery(accountsQuery)
  const channels = useQuery({
    ...channelsQuery,
    select: (all) => inOrder(all.filter((channel) => !accountId || channel.accountId === accountId)),
  })
  const refresh = useRefreshChannels()
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.name
  const refreshShown = () => refresh.mutate(accounts.filter(({ id }) => !accountId || id === accountId))
  const nobody = accounts.length === 0
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        !nobody && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} />}
            loading={refresh.isPending}
            onClick={refreshShown}
          >
            {t('refresh')}
          </Button>
        )
      }
    >
      {accounts.length > 1 && (
        <Select
          className={classes.filter}
          aria-label={t('account')}
          placeholder={t('allAccounts')}
          clearable
          clearButtonProps={{ 'aria-label': t('allAccounts') }}
          data={accounts.map(({ id, name, phoneMasked }) => ({ value: id, label: `${name} · ${phoneMasked}` }))}
          value={accountId ?? null}
          onChange={(id) => onAccount(id ?? undefined)}
        />
      )}
      {refresh.error && (
        <div className={classes.problem}>
          <ProblemNotice error={refresh.error} onRetry={refreshShown} />
        </div>
      )}
      <QueryStates
        query={channels}
        pending={<SkeletonRows rows={4} height={56} />}
        empty={{
          when: (found) => found.length === 0,
          show: (
            <EmptyState
              icon={IconBroadcast}
              text={t(nobody ? 'emptyNoAccount' : 'empty')}
              action={
                nobody ? (
                  <LinkButton to="/accounts/connect">{t('connect')}</LinkButton>
                ) : (
                  <Button variant="default" loading={refresh.isPending} onClick={refreshShown}>
                    {t('refresh')}
                  </Button>
                )
              }
            />
          ),
        }}
      >
        {(found) => (
          <ul className={classes.list} aria-label={t('title')}>
            {found.map((channel) => (
              <ChannelRow
                key={channel.id}
                channel={channel}
                accountName={accounts.length > 1 ? nameOf(channel.accountId) : undefined}
              />
            ))}
          </ul>
        )}
      </QueryStates>
    </Page>
  )
}
