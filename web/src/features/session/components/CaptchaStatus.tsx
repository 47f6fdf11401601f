import { Loader } from '@mantine/core'
import { IconAlertCircle, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaptchaState } from '../model/useCaptcha'
import classes from './CaptchaStatus.module.css'

/** What the browser does instead of asking the person to read crooked letters. */
export function CaptchaStatus({ state }: { state: CaptchaState }) {
  const { t } = useTranslation('auth')
  return (
    <div className={classes.captcha} data-state={state}>
      <span className={classes.mark}>
        {state === 'working' && <Loader size={16} aria-hidden />}
        {state === 'done' && <IconShieldCheck size={20} aria-hidden />}
        {state === 'failed' && <IconAlertCircle size={20} aria-hidden />}
      </span>
      <span>
        <span role="status">{t(`captcha.${state}`)}</span>
        <span className={classes.hint}>{t('captcha.hint')}</span>
      </span>
    </div>
  )
}
