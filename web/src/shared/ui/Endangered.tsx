import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Danger } from '@/shared/lib/danger'
import classes from './Endangered.module.css'

/** That posts which wait would not go out, and what helps while there is time. */
export function Endangered({ danger, count }: { danger: Danger; count: number }) {
  const { t } = useTranslation('common')
  return (
    <p className={classes.endangered}>
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {t(`danger.${danger}.what`)} {t('danger.waiting', { count })} {t(`danger.${danger}.remedy`)}
      </span>
    </p>
  )
}
