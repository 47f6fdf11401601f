import { Tooltip } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { Logo } from '@/shared/ui/Logo'
import { LanguageSwitch, ThemeSwitch } from '@/shared/ui/Preferences'
import { places } from '../model/navigation'
import { MemberMenu } from './MemberMenu'
import classes from './Sidebar.module.css'

interface SidebarProps {
  member: Member
  flowing: boolean
  onNavigate?: () => void
}

export function Sidebar({ member, flowing, onNavigate }: SidebarProps) {
  const { t } = useTranslation(['shell', 'common'])
  return (
    <div className={classes.sidebar}>
      <div className={classes.brand}>
        <Logo size={26} />
        {t('common:product')}
      </div>
      <nav aria-label={t('navigation')}>
        <ul className={classes.places}>
          {places.map(({ to, name, icon: Mark }) => (
            <li key={to}>
              <Link to={to} className={classes.place} activeOptions={{ exact: false }} onClick={onNavigate}>
                <Mark size={18} stroke={1.7} aria-hidden />
                {t(`place.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.foot}>
        <div role="status" className={classes.live}>
          {!flowing && (
            <Tooltip label={t('live.why')} multiline w={240}>
              <span className={classes.cut}>
                <IconCloudOff size={16} aria-hidden />
                {t('live.cut')}
              </span>
            </Tooltip>
          )}
        </div>
        <div className={classes.person}>
          <MemberMenu member={member} />
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
    </div>
  )
}
