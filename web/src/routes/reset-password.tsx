import { createFileRoute, Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AuthLayout } from '@/features/session/components/AuthLayout'
import { ResetPassword } from '@/features/session/components/ResetPassword'

export const Route = createFileRoute('/reset-password')({ component: ResetPasswordPage })

function ResetPasswordPage() {
  const { t } = useTranslation(['access', 'auth'])
  const token = useLocation({ select: ({ hash }) => new URLSearchParams(hash).get('token') ?? '' })
  return (
    <AuthLayout
      title={t('reset.title')}
      lead={t('reset.lead')}
      foot={<Link to="/login">{t('toLogin')}</Link>}
    >
      <ResetPassword token={token} />
    </AuthLayout>
  )
}
