import { IconListNumbers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { batchesQuery } from '@/shared/api/queries'
import { LinkButton } from '@/shared/ui/LinkButton'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import classes from './Connect.module.css'

/** Lists begun earlier in which something is still to be done. */
export function OpenBatches() {
  const { t } = useTranslation('many')
  const { data } = useQuery(batchesQuery)
  const open = data?.filter(({ unfinished }) => unfinished > 0) ?? []
  if (open.length === 0) return null
  return (
    <ul className={classes.open} aria-label={t('open.title')}>
      {open.map(({ id, total, connected, createdAt }) => (
        <li key={id} className={classes.openLogin}>
          <IconListNumbers size={20} aria-hidden />
          <span className={classes.openWords}>
            <span>{t('open.list', { count: total })}</span>
            <span className={classes.numberFacts}>
              {t('progress', { connected, total })} · <RelativeTime at={createdAt} />
            </span>
          </span>
          <LinkButton to="/accounts/several" search={{ list: id }} size="xs">
            {t('open.continue')}
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}
