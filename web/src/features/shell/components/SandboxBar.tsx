import { Modal, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDeviceMobile, IconFlask } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { modeQuery } from '@/shared/api/queries'
import { RealTelegram } from './RealTelegram'
import classes from './SandboxBar.module.css'

/** Nobody may take the sandbox for the real Telegram. */
export function SandboxBar() {
  const { t } = useTranslation(['shell', 'common'])
  const { data: mode } = useQuery(modeQuery)
  const [open, dialog] = useDisclosure(false)
  if (!mode || mode.mode === 'production') return null
  return (
    <div className={classes.bar} role="region" aria-label={t('sandbox.region')}>
      <span className={classes.words}>
        <IconFlask size={16} aria-hidden />
        <span>
          <strong>{t(`sandbox.name.${mode.mode}`)}</strong>
          <span className={classes.lead}>
            {' '}
            {mode.ready ? t(`sandbox.lead.${mode.mode}`) : t('sandbox.starting')}
          </span>
        </span>
      </span>
      <span className={classes.actions}>
        {mode.sandbox && (
          <a href={mode.sandbox.phoneUrl} target="_blank" rel="noreferrer" aria-label={t('sandbox.phone')}>
            <IconDeviceMobile size={16} aria-hidden />
            <span className={classes.long}>{t('sandbox.phone')}</span>
            <span className={classes.short}>{t('sandbox.phoneShort')}</span>
          </a>
        )}
        <UnstyledButton className={classes.link} onClick={dialog.open} aria-label={t('sandbox.real')}>
          <span className={classes.long}>{t('sandbox.real')}</span>
          <span className={classes.short}>{t('sandbox.realShort')}</span>
        </UnstyledButton>
      </span>
      <Modal
        opened={open}
        onClose={dialog.close}
        title={t('real.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <RealTelegram />
      </Modal>
    </div>
  )
}
