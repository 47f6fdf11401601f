import { ActionIcon } from '@mantine/core'
import { IconClockOff, IconKey, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ApiKey } from '@/shared/api/types'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StatusPill } from '@/shared/ui/StatusPill'
import rows from '@/shared/ui/Rows.module.css'
import classes from './ApiKeys.module.css'

export function ApiKeyRow({ apiKey, onDelete }: { apiKey: ApiKey; onDelete: () => void }) {
  const { t } = useTranslation('apiKeys')
  return (
    <li className={rows.row} aria-label={apiKey.name}>
      <IconKey size={24} stroke={1.5} aria-hidden />
      <span className={rows.what}>
        <span className={rows.name}>
          {apiKey.name}
          <code className={classes.hint}>{apiKey.hint}…</code>
          {apiKey.expired && <StatusPill tone="warn" icon={IconClockOff}>{t('expired')}</StatusPill>}
        </span>
        <span className={`${rows.facts} numbers`}>
          <span>{apiKey.scopes.map((scope) => t(`scope.${scope}.name`)).join(', ')}</span>
          {apiKey.lastUsedAt ? (
            <span>
              {t('used')} <RelativeTime at={apiKey.lastUsedAt} /> · {apiKey.lastUsedAddress}
            </span>
          ) : (
            <span>{t('neverUsed')}</span>
          )}
          {apiKey.expiresAt && !apiKey.expired && (
            <span>
              {t('expires')} <RelativeTime at={apiKey.expiresAt} />
            </span>
          )}
          <span>
            {t('created')} <RelativeTime at={apiKey.createdAt} />
          </span>
        </span>
      </span>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('deleteOne', { name: apiKey.name })} onClick={onDelete}>
        <IconTrash size={18} />
      </ActionIcon>
    </li>
  )
}
