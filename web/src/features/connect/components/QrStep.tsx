import { Skeleton } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { modeQuery } from '@/shared/api/queries'
import type { Login } from '@/shared/api/types'
import { useSecondsUntil } from '@/shared/lib/useNow'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { qrCodeQuery } from '../api/qrCode'
import { CancelLogin } from './CancelLogin'
import classes from './Connect.module.css'
import { PhoneLink } from './PhoneLink'

const LIFE_SECONDS = 30

export function QrStep({ login, onRestart }: { login: Login; onRestart: () => void }) {
  const { t } = useTranslation('connect')
  const { data: mode } = useQuery(modeQuery)
  const { data: code, error } = useQuery({
    ...qrCodeQuery(login.id, login.qr?.expiresAt ?? ''),
    placeholderData: keepPreviousData,
  })
  return (
    <div className={classes.card}>
      <div className={classes.qr}>
        {code ? (
          <img
            className={classes.qrPicture}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(code.svg)}`}
            alt={t('qr.picture')}
            width={240}
            height={240}
          />
        ) : (
          <Skeleton width={240} height={240} radius="md" />
        )}
        {login.qr && <Ring until={login.qr.expiresAt} />}
      </div>
      {error && !code && <ProblemNotice error={error} />}
      <ol className={classes.qrHow}>
        <li>{t('qr.how.open')}</li>
        <li>{t('qr.how.devices')}</li>
        <li>{t('qr.how.scan')}</li>
      </ol>
      {login.qr && (
        <a className={classes.phoneLink} href={login.qr.link}>
          {t('qr.here')}
        </a>
      )}
      {mode?.sandbox && <PhoneLink href={mode.sandbox.phoneUrl} />}
      <p className={classes.quiet}>{t('qr.itself')}</p>
      <div className={classes.after}>
        <CancelLogin login={login} onDone={onRestart} />
      </div>
    </div>
  )
}

const RADIUS = 20
const ROUND = 2 * Math.PI * RADIUS

/** How long this picture is good; a new one comes by itself. */
function Ring({ until }: { until: string }) {
  const { t } = useTranslation('connect')
  const left = Math.min(LIFE_SECONDS, useSecondsUntil(until))
  return (
    <span className={classes.ring} role="timer" aria-label={t('qr.left', { seconds: left })}>
      <svg viewBox="0 0 48 48" aria-hidden>
        <circle className={classes.ringTrack} cx="24" cy="24" r={RADIUS} />
        <circle
          className={classes.ringLeft}
          cx="24"
          cy="24"
          r={RADIUS}
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - left / LIFE_SECONDS)}
        />
      </svg>
      <span className="numbers" aria-hidden>
        {left}
      </span>
    </span>
  )
}
