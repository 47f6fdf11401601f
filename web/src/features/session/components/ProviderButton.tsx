import { Button } from '@mantine/core'
import { IconLogin2 } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { leaveToSignIn, providerQuery } from '@/shared/api/provider'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'

interface ProviderButtonProps {
  invitation?: string
  next?: string
}

/** Goes to the provider, if the installation has one; its page answers to /oidc/callback. */
export function ProviderButton(errand: ProviderButtonProps) {
  const { t } = useTranslation('auth')
  const { data: name } = useQuery(providerQuery)
  const leaving = useMutation({ mutationFn: () => leaveToSignIn(errand) })
  if (!name) return null
  return (
    <>
      <Button
        variant="default"
        fullWidth
        leftSection={<IconLogin2 size={18} aria-hidden />}
        loading={leaving.isPending}
        onClick={() => leaving.mutate()}
      >
        {t('provider.signIn', { name })}
      </Button>
      {leaving.error && <ProblemNotice error={leaving.error} />}
    </>
  )
}
