import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AuthLayout } from '@/features/session/components/AuthLayout'
import { ForgotPassword } from '@/features/session/components/ForgotPassword'

export const Route = createFileRoute('/forgot-password')({ component: ForgotPasswordPage })

function ForgotPasswordPage() {
  const { t } = useTranslation('access')
  return (
    <AuthLayout title={t('forgot.title')} lead={t('forgot.lead')} foot={<Link to="/login">{t('toLogin')}</Link>}>
      <ForgotPassword />
    </AuthLayout>
  )
}
