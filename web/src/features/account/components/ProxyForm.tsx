import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode, problemOf } from '@/shared/api/problem'
import type { Account, AccountProxy } from '@/shared/api/types'
import { Acts } from '@/shared/ui/Panel'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import { toast } from '@/shared/ui/toast'
import { useSetProxy } from '../api/proxy'
import { fieldsOf, isFilledIn, KINDS, type ProxyFields, type ProxyKind, requestOf } from '../model/proxyFields'
import classes from './Account.module.css'
import { ProxyLinkInput } from './ProxyLinkInput'

type FaultyField = 'host' | 'port' | 'username' | 'password' | 'secret'

/** Kept only when Telegram answers through it; until then nothing changes. */
export function ProxyForm({ account, known }: { account: Account; known: AccountProxy }) {
  const { t } = useTranslation('accounts')
  const [fields, setFields] = useState(() => fieldsOf(known))
  const set = useSetProxy(account.id, ({ roundTripMillis }) => toast(t('proxy.saved', { millis: roundTripMillis })))
  const waiting = useWaitOf(set.error) > 0
  const change = (changed: Partial<ProxyFields>) => {
    setFields((before) => ({ ...before, ...changed }))
    if (set.error && !waiting) set.reset()
  }
  const refusedFields = hasCode(set.error, 'invalid-input') ? problemOf(set.error).fields.map(({ field }) => field) : []
  const of = (field: FaultyField) => ({
    value: fields[field],
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
    error: refusedFields.includes(field) && t(`proxy.fault.${field}`),
    autoComplete: 'off',
    spellCheck: false,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isFilledIn(fields) && !waiting) set.mutate(requestOf(fields))
  }
  const hidden = { visibilityToggleButtonProps: { 'aria-label': t('proxy.show') } }
  return (
    <form className={classes.proxy} onSubmit={submit} noValidate>
      <ProxyLinkInput onRead={change} />
      <SegmentedControl
        aria-label={t('proxy.kind')}
        data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
        value={fields.kind}
        onChange={(kind) => change({ kind: kind as ProxyKind })}
      />
      <div className={classes.place}>
        <TextInput label={t('proxy.host')} placeholder="proxy.example.org" {...of('host')} />
        <TextInput label={t('proxy.port')} inputMode="numeric" placeholder="1080" {...of('port')} />
      </div>
      {fields.kind === 'MTPROTO' ? (
        <PasswordInput label={t('proxy.secret')} description={t('proxy.hidden')} {...hidden} {...of('secret')} />
      ) : (
        <>
          <TextInput label={t('proxy.user')} description={t('proxy.optional')} {...of('username')} />
          <PasswordInput
            label={t('proxy.password')}
            description={t(known.hasPassword ? 'proxy.hidden' : 'proxy.optional')}
            {...hidden}
            {...of('password')}
          />
        </>
      )}
      {set.error && refusedFields.length === 0 && <ProblemNotice error={set.error} />}
      <Acts>
        <Button
          type="submit"
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={set.isPending}
          disabled={!isFilledIn(fields) || waiting}
        >
          {t('proxy.act')}
        </Button>
      </Acts>
    </form>
  )
}
