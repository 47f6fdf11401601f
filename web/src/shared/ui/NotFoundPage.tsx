import { useTranslation } from 'react-i18next'
import classes from './Standalone.module.css'
import { LinkButton } from './LinkButton'
import { Logo } from './Logo'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <main className={classes.standalone}>
      <Logo size={44} />
      <h1 className={classes.title}>{t('notFound.title')}</h1>
      <p className={classes.lead}>{t('notFound.lead')}</p>
      <LinkButton to="/dashboard">{t('notFound.home')}</LinkButton>
    </main>
  )
}
