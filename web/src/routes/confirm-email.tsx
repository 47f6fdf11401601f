import { createFileRoute, Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AuthLayout } from '@/features/session/components/AuthLayout'
import { ConfirmEmail } from '@/features/session/components/ConfirmEmail'

export const Route = createFileRoute('/confirm-email')({ component: ConfirmEmailPage })

function ConfirmEmailPage() {
  const { t } = useTranslation(['access', 'auth'])
  const token = useLocation({ select: ({ hash }) => new URLSearchParams(hash).get('token') ?? '' })
  return (
    <AuthLayout
      title={t('confirm.title')}
      lead={t('confirm.lead')}
      foot={<Link to="/login">{t('toLogin')}</Link>}
    >
      <ConfirmEmail token={token} />
    </AuthLayout>
  )
}
