import { useTranslation } from 'react-i18next'

/** Where the mail is, while no mail server is set up. */
export function MailboxLink({ url }: { url?: string }) {
  const { t } = useTranslation('access')
  if (!url) return null
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {t('mailbox')}
    </a>
  )
}
