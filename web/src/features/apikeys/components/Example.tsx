import { Code } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ApiKeys.module.css'

/** How a key is used, to be tried at once: who am I? */
export function Example() {
  const { t } = useTranslation('apiKeys')
  const command = `curl -H "Authorization: Bearer $KEY" \\\n  ${location.origin}/api/auth/me`
  return (
    <figure className={classes.example}>
      <figcaption>{t('example')}</figcaption>
      <Code block>{command}</Code>
    </figure>
  )
}
