import { useQueryClient } from '@tanstack/react-query'
import { createFileRoute, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SecondFactor } from '@/features/session/api/session'
import { AuthLayout } from '@/features/session/components/AuthLayout'
import { LoginForm } from '@/features/session/components/LoginForm'
import { SecondStep } from '@/features/session/components/SecondStep'
import { safeNext } from '@/features/session/model/validation'

export const Route = createFileRoute('/login')({
  validateSearch: (search): { next?: string } => {
    const next = safeNext(search.next)
    return next ? { next } : {}
  },
  component: LoginPage,
})

function LoginPage() {
  const { t } = useTranslation('auth')
  const router = useRouter()
  const queryClient = useQueryClient()
  const { next } = Route.useSearch()
  const [asked, setAsked] = useState<SecondFactor | null>(null)
  const enter = () => {
    queryClient.clear()
    router.history.push(next ?? '/dashboard')
  }
  return (
    <AuthLayout
      title={t('login.title')}
      lead={t('login.lead')}
      foot={
        <>
          {t('login.noAccount')}{' '}
          <Link to="/register" search={next ? { next } : {}}>
            {t('login.toRegister')}
          </Link>
        </>
      }
    >
      {asked ? (
        <SecondStep asked={asked} onDone={enter} onBack={() => setAsked(null)} />
      ) : (
        <LoginForm next={next} onDone={enter} onAsked={setAsked} />
      )}
    </AuthLayout>
  )
}
