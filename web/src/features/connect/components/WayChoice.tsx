import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProxyInputs } from '@/shared/ui/proxy/ProxyInputs'
import type { Way } from '../model/useWay'
import classes from './Connect.module.css'

/** Whether the first contact, and all that follow, go through a proxy. */
export function WayChoice({ way, error }: { way: Way; error: Error | null }) {
  const { t } = useTranslation('connect')
  return (
    <section className={classes.way} aria-label={t('way.title')}>
      <Switch
        label={t('way.title')}
        description={t('way.lead')}
        checked={way.wanted}
        onChange={(event) => way.want(event.currentTarget.checked)}
      />
      {way.wanted && <ProxyInputs value={way.fields} onChange={way.change} error={error} />}
      {way.isOpen && <p className={classes.quiet}>{t('way.open')}</p>}
    </section>
  )
}
