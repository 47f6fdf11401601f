import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { placesFor } from '../model/navigation'
import classes from './Sidebar.module.css'

/** Links of the sidebar; nothing at all when there is nowhere to go. */
export function Places({ places, title, onNavigate }: { places: ReturnType<typeof placesFor>; title?: string; onNavigate?: () => void }) {
  const { t } = useTranslation('shell')
  if (places.length === 0) return null
  return (
    <>
      {title && <h2 className={classes.group}>{title}</h2>}
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
    </>
  )
}
