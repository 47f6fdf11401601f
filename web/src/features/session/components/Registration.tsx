import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconMailOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { registrationQuery } from '@/shared/api/queries'
import { EmptyState } from '@/shared/ui/EmptyState'
import { QueryStates } from '@/shared/ui/QueryStates'
import classes from './AuthLayout.module.css'
import { ProviderButton } from './ProviderButton'
import { RegisterForm } from './RegisterForm'

interface RegistrationProps {
  invitation?: string
  next?: string
  onDone: () => void
}

/** The form, if the door is open to this person. */
export function Registration({ invitation, next, onDone }: RegistrationProps) {
  const { t } = useTranslation('auth')
  const query = useQuery(registrationQuery)
  return (
    <QueryStates query={query} pending={<FormShape />}>
      {({ mode, firstMember, captcha }) => {
        const open = firstMember || mode === 'OPEN' || (mode === 'INVITATION' && invitation !== undefined)
        if (!open) return <EmptyState icon={IconMailOff} text={t(`registration.${mode === 'CLOSED' ? 'closed' : 'byInvitation'}`)} />
        return (
          <>
            {firstMember && <p className={classes.remark}>{t('registration.first')}</p>}
            <RegisterForm captcha={captcha} invitation={invitation} onDone={onDone} />
            <div className={classes.other}>
              <ProviderButton invitation={invitation} next={next} />
            </div>
          </>
        )
      }}
    </QueryStates>
  )
}

const FormShape = () => (
  <div className={classes.form}>
    {[61, 61, 61, 58, 40].map((height, index) => (
      <Skeleton key={index} height={height} radius="md" />
    ))}
  </div>
)
