import { Button } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { modeQuery } from '@/shared/api/queries'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import type { useStartQr } from '../api/steps'
import type { StartProps } from '../model/startProps'
import classes from './Connect.module.css'

/** The way that needs no number and no code; offered first. */
export function QrStart({ way, start, onStarted }: StartProps<ReturnType<typeof useStartQr>>) {
  const { t } = useTranslation('connect')
  const { data: mode } = useQuery(modeQuery)
  const waiting = useWaitOf(start.error) > 0
  return (
    <section className={classes.card} aria-labelledby="qr-start">
      <h2 id="qr-start" className={classes.wayTitle}>
        {t('qr.way')}
      </h2>
      <p className={classes.where}>{t('qr.lead')}</p>
      {start.error && <ProblemNotice error={start.error} />}
      <Button
        leftSection={<IconQrcode size={18} aria-hidden />}
        loading={start.isPending}
        disabled={waiting || way.isOpen || mode?.ready === false}
        onClick={() => start.mutate(way.proxy, { onSuccess: onStarted })}
      >
        {t('qr.show')}
      </Button>
    </section>
  )
}
