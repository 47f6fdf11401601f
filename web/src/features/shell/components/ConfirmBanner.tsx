import { UnstyledButton } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, http } from '@/shared/api/client'
import { problemOf } from '@/shared/api/problem'
import { meQuery, registrationQuery } from '@/shared/api/queries'
import { renewSession } from '@/shared/api/sessionFetch'
import type { Member } from '@/shared/api/types'
import { toast } from '@/shared/ui/toast'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import classes from './ConfirmBanner.module.css'

/** Until the e-mail is confirmed no account can be connected: say so, and say where the mail is. */
export function ConfirmBanner({ member }: { member: Member }) {
  const { data: me = member } = useQuery({ ...meQuery, refetchOnWindowFocus: 'always' })
  const wasMissing = useRef(false)
  useEffect(() => {
    // Confirmed elsewhere, on the phone for example: the session of this browser has to learn it too.
    if (me.emailConfirmed && wasMissing.current) void renewSession(Date.now()).catch(() => false)
    wasMissing.current = !me.emailConfirmed
  }, [me.emailConfirmed])
  return me.emailConfirmed ? null : <Banner email={me.email} />
}

function Banner({ email }: { email: string }) {
  const { t, i18n } = useTranslation('access')
  const words = useProblemWords()
  const { data: registration } = useQuery(registrationQuery)
  const resend = useMutation({
    mutationFn: () => answer(http.POST('/api/auth/email/resend', { body: { language: i18n.language } })),
    onSuccess: () => toast(t('banner.sent')),
    onError: (error) => {
      const seconds = problemOf(error).retryAfterSeconds
      toast(seconds ? t('banner.wait', { count: seconds }) : words(error).what, 'bad')
    },
  })
  return (
    <div className={classes.banner} role="region" aria-label={t('banner.region')}>
      <IconMail size={18} aria-hidden />
      <span className={classes.words}>{t('banner.lead', { email })}</span>
      <span className={classes.acts}>
        {registration?.mailbox && (
          <a href={registration.mailbox} target="_blank" rel="noreferrer">
            {t('mailbox')}
          </a>
        )}
        <UnstyledButton className={classes.link} onClick={() => resend.mutate()} disabled={resend.isPending}>
          {t('banner.resend')}
        </UnstyledButton>
      </span>
    </div>
  )
}
