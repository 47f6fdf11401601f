import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemError, problemOf } from '@/shared/api/problem'
import { Logo } from './Logo'
import { ProblemDetails } from './ProblemDetails'
import { ProblemNotice } from './ProblemNotice'
import classes from './Standalone.module.css'

/** Where an error lands that nobody caught: a problem of the server, or a fault of this page. */
export function FaultPage({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const reload = () => location.reload()
  return (
    <div className={classes.standalone}>
      <Logo size={44} />
      {error instanceof ProblemError ? (
        <ProblemNotice error={error} onRetry={reload} />
      ) : (
        <>
          <h1 className={classes.title}>{t('fault.title')}</h1>
          <p className={classes.lead}>{t('fault.lead')}</p>
          <Button onClick={reload}>{t('fault.reload')}</Button>
          <ProblemDetails problem={problemOf(error)} />
        </>
      )}
    </div>
  )
}
