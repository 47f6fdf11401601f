import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Imported } from '@/shared/api/types'
import { problemWords } from '@/shared/ui/problemText'
import { StatusPill } from '@/shared/ui/StatusPill'
import classes from './Handover.module.css'

/** Each session has a result of its own. */
export function ImportResults({ items }: { items: Imported[] }) {
  const { t } = useTranslation('handover')
  const { t: say } = useTranslation(['problems'])
  return (
    <ol className={classes.results} aria-label={t('results')} aria-live="polite">
      {items.map((item) => (
        <li key={item.number} className={classes.result}>
          <span className="numbers">{item.number}.</span>
          {item.result === 'CONNECTED' && item.accountId ? (
            <>
              <span className={classes.why}>
                <Link to="/accounts/$id" params={{ id: item.accountId }}>
                  {item.name}
                </Link>
              </span>
              <StatusPill tone="good" icon={IconCircleCheck}>
                {t('connected')}
              </StatusPill>
            </>
          ) : (
            <>
              <span className={classes.why}>{problemWords(say, { code: item.code ?? 'internal' }).what}</span>
              <StatusPill tone="bad" icon={IconCircleX}>
                {t('refused')}
              </StatusPill>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
