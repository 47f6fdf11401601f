import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, AccountProxy } from '@/shared/api/types'
import { Acts } from '@/shared/ui/Panel'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import { fieldsOf, isFilledIn, type ProxyFields, requestOf } from '@/shared/ui/proxy/proxyFields'
import { ProxyInputs, refusedFields } from '@/shared/ui/proxy/ProxyInputs'
import { toast } from '@/shared/ui/toast'
import { useSetProxy } from '../api/proxy'
import classes from './Account.module.css'

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
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isFilledIn(fields) && !waiting) set.mutate(requestOf(fields))
  }
  return (
    <form className={classes.proxy} onSubmit={submit} noValidate>
      <ProxyInputs value={fields} onChange={change} error={set.error} hasPassword={known.hasPassword} />
      {set.error && refusedFields(set.error).length === 0 && <ProblemNotice error={set.error} />}
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
