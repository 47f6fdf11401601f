import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { finishLogIn, type SecondFactor } from '../api/session'
import classes from './AuthLayout.module.css'
import { PasskeyButton } from './PasskeyButton'

interface SecondStepProps {
  asked: SecondFactor
  onDone: () => void
  onBack: () => void
}

/** After the password: the code of the app, a recovery code, or a passkey instead of both. */
export function SecondStep({ asked, onDone, onBack }: SecondStepProps) {
  const { t } = useTranslation('auth')
  const [kind, setKind] = useState<'code' | 'recoveryCode'>('code')
  const [value, setValue] = useState('')
  const finish = useMutation({ mutationFn: finishLogIn, onSuccess: onDone })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (value.trim() !== '') finish.mutate({ challenge: asked.challenge, [kind]: value.trim() })
  }
  const change = (other: typeof kind) => {
    setKind(other)
    setValue('')
    finish.reset()
  }
  const isOver = hasCode(finish.error, 'second-factor-expired')
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p>{t(`second.${kind}.lead`)}</p>
      <TextInput
        key={kind}
        label={t(`second.${kind}.label`)}
        inputMode={kind === 'code' ? 'numeric' : 'text'}
        autoComplete={kind === 'code' ? 'one-time-code' : 'off'}
        spellCheck={false}
        maxLength={32}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        autoFocus
      />
      {finish.error && <ProblemNotice error={finish.error} />}
      <Button type="submit" loading={finish.isPending} disabled={isOver} fullWidth mt={4}>
        {t('second.confirm')}
      </Button>
      {asked.methods.includes('passkey') && <PasskeyButton onDone={onDone} />}
      <Button variant="subtle" onClick={() => change(kind === 'code' ? 'recoveryCode' : 'code')}>
        {t(`second.${kind}.other`)}
      </Button>
      <Button variant="subtle" color="gray" onClick={onBack}>
        {t('second.back')}
      </Button>
    </form>
  )
}
