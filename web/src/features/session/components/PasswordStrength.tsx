import { useTranslation } from 'react-i18next'
import { PASSWORD_MIN, strength } from '../model/validation'
import classes from './AuthLayout.module.css'

const LEVEL = { short: 0, weak: 1, fair: 2, strong: 3 }

export function PasswordStrength({ password }: { password: string }) {
  const { t } = useTranslation('auth')
  const found = strength(password)
  return (
    <div className={classes.strength}>
      <span className={classes.meter} data-level={LEVEL[found]} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      <span aria-live="polite">
        {found === 'short' ? t('strength.short', { count: PASSWORD_MIN }) : t(`strength.${found}`)}
      </span>
    </div>
  )
}
