import '@mantine/notifications/styles.css'
import { Burger, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { IconPencil } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { IconLink } from '@/shared/ui/IconLink'
import { Logo } from '@/shared/ui/Logo'
import { useLiveEvents } from '../api/liveEvents'
import { ConfirmBanner } from './ConfirmBanner'
import { SandboxBar } from './SandboxBar'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar'

// Keys help and palette are for later keystrokes: they must not delay the first page.
const Keyboard = lazy(() => import('./Keyboard'))

export function Shell({ member, children }: { member: Member; children: ReactNode }) {
  const { t } = useTranslation(['shell', 'common'])
  const { pathname } = useLocation()
  const [open, { toggle, close }] = useDisclosure(false)
  const flowing = useLiveEvents()
  useEffect(close, [pathname, close])
  return (
    <div className={classes.shell}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <SandboxBar />
      <ConfirmBanner member={member} />
      <header className={classes.phoneBar}>
        <Burger opened={open} onClick={toggle} size="sm" aria-label={t('openMenu')} aria-expanded={open} />
        <span className={classes.brand}>
          <Logo size={24} />
          {t('common:product')}
        </span>
        <IconLink to="/publish" variant="subtle" color="gray" size={44} aria-label={t('place.publish')}>
          <IconPencil size={20} />
        </IconLink>
      </header>
      <div className={classes.columns}>
        <aside className={classes.side}>
          <Sidebar member={member} flowing={flowing} />
        </aside>
        {/* It scrolls, so the keyboard must reach it also while nothing in it has loaded that could take the focus. */}
        <main id="content" className={classes.main} tabIndex={0}>
          {children}
        </main>
      </div>
      <Drawer
        opened={open}
        onClose={close}
        size={288}
        title={t('menu')}
        closeButtonProps={{ 'aria-label': t('closeMenu') }}
        classNames={{ content: classes.drawer, header: classes.drawerHead, body: classes.drawerBody, title: classes.drawerTitle }}
        transitionProps={{ duration: 180 }}
      >
        <Sidebar member={member} flowing={flowing} onNavigate={close} />
      </Drawer>
      <Notifications position="bottom-right" limit={3} autoClose={5000} />
      <Suspense>
        <Keyboard member={member} />
      </Suspense>
    </div>
  )
}
