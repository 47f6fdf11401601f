import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Connect.module.css'

export function OverStep({ step, onRestart }: { step: 'EXPIRED' | 'CANCELLED'; onRestart: () => void }) {
  const { t } = useTranslation('connect')
  return (
    <div className={classes.card} role="status">
      <h2 className={classes.doneTitle}>{t(`over.${step}`)}</h2>
      <p className={classes.quiet}>{t('over.lead')}</p>
      <Button onClick={onRestart}>{t('startAgain')}</Button>
    </div>
  )
}
