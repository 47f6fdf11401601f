import { useQueryClient } from '@tanstack/react-query'
import { createFileRoute, Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AuthLayout } from '@/features/session/components/AuthLayout'
import { ProviderReturn } from '@/features/session/components/ProviderReturn'
import { safeNext } from '@/features/session/model/validation'
import { answerIn, type Errand } from '@/shared/api/provider'
import { keys } from '@/shared/api/queries'
import { toast } from '@/shared/ui/toast'

// Read before the router rewrites the address in its own way: a code is a text, whatever it looks like.
const arrivedWith = window.location.search

export const Route = createFileRoute('/oidc/callback')({
  loader: () => arrivedWith,
  component: CallbackPage,
})

function CallbackPage() {
  const { t } = useTranslation('auth')
  const router = useRouter()
  const queryClient = useQueryClient()
  const said = answerIn(Route.useLoaderData())
  const goOn = ({ purpose, next }: Errand) => {
    if (purpose === 'sign-in') queryClient.clear()
    else void queryClient.invalidateQueries({ queryKey: keys.me })
    if (purpose === 'proof') toast(t('provider.proved'))
    if (purpose === 'link') toast(t('provider.linked'))
    router.history.replace(safeNext(next) ?? '/dashboard')
  }
  return (
    <AuthLayout
      title={t('provider.title')}
      lead={t('provider.lead')}
      foot={<Link to="/login">{t('provider.back')}</Link>}
    >
      <ProviderReturn said={said} onDone={goOn} onBack={() => void router.navigate({ to: '/login' })} />
    </AuthLayout>
  )
}
