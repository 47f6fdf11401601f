import { Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { passkeysWork, signInWithPasskey, wasCancelled } from '@/shared/api/passkey'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'

/** Signs in without a password: the passkey says who it is, and has checked the person. */
export function PasskeyButton({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('auth')
  const signIn = useMutation({ mutationFn: signInWithPasskey, onSuccess: onDone })
  if (!passkeysWork()) return null
  return (
    <>
      <Button
        variant="default"
        fullWidth
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate()}
      >
        {t('passkey.signIn')}
      </Button>
      {signIn.error && !wasCancelled(signIn.error) && <ProblemNotice error={signIn.error} />}
    </>
  )
}
