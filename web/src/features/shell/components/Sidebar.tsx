import { Tooltip } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { Logo } from '@/shared/ui/Logo'
import { placesFor } from '../model/navigation'
import { MemberMenu } from './MemberMenu'
import { Places } from './Places'
import classes from './Sidebar.module.css'

interface SidebarProps {
  member: Member
  flowing: boolean
  onNavigate?: () => void
}

export function Sidebar({ member, flowing, onNavigate }: SidebarProps) {
  const { t } = useTranslation(['shell', 'common'])
  const places = placesFor(member.role)
  return (
    <div className={classes.sidebar}>
      <div className={classes.brand}>
        <Logo size={26} />
        {t('common:product')}
      </div>
      <nav aria-label={t('navigation')} className={classes.nav}>
        <Places places={places.filter(({ group }) => group === undefined)} onNavigate={onNavigate} />
        <Places
          places={places.filter(({ group }) => group === 'administration')}
          title={t('administration')}
          onNavigate={onNavigate}
        />
        <div className={classes.last}>
          <Places places={places.filter(({ group }) => group === 'foot')} onNavigate={onNavigate} />
        </div>
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
        </div>
      </div>
    </div>
  )
}
