import { Code, CopyButton, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './RealTelegram.module.css'

const SETTINGS = 'CF_TELEGRAM=production\nCF_API_ID=\nCF_API_HASH='

export function RealTelegram() {
  const { t } = useTranslation(['shell', 'common'])
  return (
    <div className={classes.words}>
      <p>{t('real.lead')}</p>
      <ol className={classes.steps}>
        <li>
          {t('real.register')}{' '}
          <a href="https://my.telegram.org/apps" target="_blank" rel="noreferrer">
            {"my.telegram.org/apps"}
          </a>
        </li>
        <li>
          {t('real.write')}
          <Code block className={classes.code}>
            {SETTINGS}
          </Code>
          <CopyButton value={SETTINGS}>
            {({ copied, copy }) => (
              <Button variant="default" size="xs" onClick={copy}>
                {copied ? t('common:copied') : t('common:copy')}
              </Button>
            )}
          </CopyButton>
        </li>
        <li>{t('real.restart')}</li>
      </ol>
      <p className={classes.note}>{t('real.note')}</p>
    </div>
  )
}
