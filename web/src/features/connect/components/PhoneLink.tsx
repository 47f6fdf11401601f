import { IconDeviceMobile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Connect.module.css'

/** To the sandbox's phone, where login codes arrive. */
export function PhoneLink({ href }: { href: string }) {
  const { t } = useTranslation('connect')
  return (
    <a className={classes.phoneLink} href={href} target="_blank" rel="noreferrer">
      <IconDeviceMobile size={16} aria-hidden />
      {t('sandbox.phone')}
    </a>
  )
}
