import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '@/shared/api/problem'
import { Acts } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { ShownOnce } from '@/shared/ui/ShownOnce'
import { confirmTotp } from '../api/security'
import type { WithProof } from '../model/useProof'
import classes from './Security.module.css'

interface TotpSetUpProps {
  setUp: { secret: string; qrSvg: string }
  withProof: WithProof
  onConfirmed: (recoveryCodes: string[]) => void
  onCancel: () => void
}

const inGroups = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** The secret for the app, as a picture and as text, and its first code. */
export function TotpSetUp({ setUp, withProof, onConfirmed, onCancel }: TotpSetUpProps) {
  const { t } = useTranslation(['security', 'common'])
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => withProof(() => confirmTotp(code.trim())),
    onSuccess: (codes) => codes && onConfirmed(codes),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  const fault = confirm.error ? problemOf(confirm.error).fields.find(({ field }) => field === 'code') : undefined
  return (
    <div className={classes.setUp}>
      <img className={classes.qr} src={`data:image/svg+xml;utf8,${encodeURIComponent(setUp.qrSvg)}`} alt={t('setUp.qr')} width={184} height={184} />
      <form className={classes.steps} onSubmit={submit} noValidate>
        <p>{t('setUp.scan')}</p>
        <p className={classes.muted}>{t('setUp.type')}</p>
        <ShownOnce label={t('setUp.secret')} value={inGroups(setUp.secret)} />
        <TextInput
          label={t('setUp.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={fault && t(fault.code === 'wrong' ? 'setUp.wrong' : 'setUp.format')}
        />
        {confirm.error && !fault && <ProblemNotice error={confirm.error} />}
        <Acts>
          <Button type="submit" loading={confirm.isPending}>
            {t('setUp.confirm')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Acts>
      </form>
    </div>
  )
}
