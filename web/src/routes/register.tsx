import { useQueryClient } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AuthLayout } from '@/features/session/components/AuthLayout'
import { Registration } from '@/features/session/components/Registration'
import { safeNext } from '@/features/session/model/validation'

export const Route = createFileRoute('/register')({
  validateSearch: (search): { next?: string } => {
    const next = safeNext(search.next)
    return next ? { next } : {}
  },
  component: RegisterPage,
})

function RegisterPage() {
  const { t } = useTranslation('auth')
  const router = useRouter()
  const queryClient = useQueryClient()
  const { next } = Route.useSearch()
  const invitation = useLocation({ select: ({ hash }) => new URLSearchParams(hash).get('invitation') ?? undefined })
  const enter = () => {
    queryClient.clear()
    router.history.push(next ?? '/dashboard')
  }
  return (
    <AuthLayout
      title={t('registration.title')}
      lead={t('registration.lead')}
      foot={
        <>
          {t('registration.haveAccount')}{' '}
          <Link to="/login" search={next ? { next } : {}}>
            {t('registration.toLogin')}
          </Link>
        </>
      }
    >
      <Registration invitation={invitation} next={next} onDone={enter} />
    </AuthLayout>
  )
}
