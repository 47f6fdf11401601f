import { Loader } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '@/shared/api/problem'
import { type Errand, finish, type ProviderAnswer, takeErrand } from '@/shared/api/provider'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { secondFactorOf } from '../api/session'
import classes from './AuthLayout.module.css'
import { SecondStep } from './SecondStep'

interface ProviderReturnProps {
  said: ProviderAnswer
  onDone: (errand: Errand) => void
  onBack: () => void
}

/** Nobody in this tab asked the provider for anything: a foreign link, or a page loaded anew. */
const notAsked = () => new ProblemError({ code: 'provider-step-expired', status: 422, fields: [], at: new Date() })

/** Back from the provider: its answer is passed on at once, and counts once. */
export function ProviderReturn({ said, onDone, onBack }: ProviderReturnProps) {
  const { t } = useTranslation('auth')
  const begun = useRef(false)
  const errand = useRef<Errand>(undefined)
  const finishing = useMutation({
    mutationFn: async () => {
      errand.current = takeErrand()
      if (!errand.current) throw notAsked()
      await finish(errand.current, said)
      return errand.current
    },
    onSuccess: onDone,
  })
  const { mutate } = finishing
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    mutate()
  }, [mutate])
  const asked = secondFactorOf(finishing.error)
  if (asked) return <SecondStep asked={asked} onDone={() => errand.current && onDone(errand.current)} onBack={onBack} />
  return (
    <div className={classes.form}>
      {finishing.error ? (
        <ProblemNotice error={finishing.error} />
      ) : (
        <p role="status">
          <Loader size="xs" aria-hidden /> {t('provider.finishing')}
        </p>
      )}
    </div>
  )
}
