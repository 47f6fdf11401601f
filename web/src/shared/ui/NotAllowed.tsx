import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState'
import { LinkButton } from './LinkButton'
import { Page } from './Page'
import { problemWords } from './problemText'

/** A page that the reader's role does not open: said at once, without asking the server for what it would refuse. */
export function NotAllowed() {
  const { t } = useTranslation(['problems', 'common'])
  const { what, remedy } = problemWords(t, { code: 'not-allowed' })
  return (
    <Page title={what}>
      <EmptyState icon={IconLock} text={remedy} action={<LinkButton to="/dashboard">{t('common:notFound.home')}</LinkButton>} />
    </Page>
  )
}
