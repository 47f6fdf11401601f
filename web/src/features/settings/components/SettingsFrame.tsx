import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '@/shared/ui/Page'
import { tabs } from '../model/tabs'
import classes from './Settings.module.css'

/** Title and tabs around every page of the settings. The tabs are links: each has its own address. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('settings')
  const list = useRef<HTMLUListElement>(null)
  const { pathname } = useLocation()
  // On a phone the tabs are wider than the screen: the one that is open is brought into sight.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname])
  return (
    <Page title={t('title')} width="settings">
      <nav aria-label={t('title')}>
        <ul className={classes.tabs} ref={list}>
          {tabs.map(({ to, name }) => (
            <li key={to}>
              <Link to={to} className={classes.tab}>
                {t(`tab.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  )
}
