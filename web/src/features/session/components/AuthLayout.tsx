import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '@/shared/ui/Logo'
import { LanguageSwitch, ThemeSwitch } from '@/shared/ui/Preferences'
import classes from './AuthLayout.module.css'

export function AuthLayout({ title, lead, children, foot }: { title: string; lead: string; children: ReactNode; foot: ReactNode }) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  return (
    <div className={classes.ground}>
      <header className={classes.bar}>
        <span className={classes.brand}>
          <Logo />
          {t('product')}
        </span>
        <span className={classes.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      <main className={classes.main}>
        <div className={classes.card}>
          <h1 className={classes.title}>{title}</h1>
          <p className={classes.lead}>{lead}</p>
          {children}
        </div>
        <p className={classes.foot}>{foot}</p>
      </main>
    </div>
  )
}
