import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Proxy.module.css'
import { ProxyInputs } from './ProxyInputs'
import type { Way } from './useWay'

/** Whether the first contact, and all that follow, go through a proxy. */
export function WayChoice({ way, error, lead }: { way: Way; error: Error | null; lead?: string }) {
  const { t } = useTranslation('accounts')
  return (
    <section className={classes.way} aria-label={t('way.title')}>
      <Switch
        label={t('way.title')}
        description={lead ?? t('way.lead')}
        checked={way.wanted}
        onChange={(event) => way.want(event.currentTarget.checked)}
      />
      {way.wanted && <ProxyInputs value={way.fields} onChange={way.change} error={error} />}
      {way.isOpen && <p className={classes.open}>{t('way.open')}</p>}
    </section>
  )
}
