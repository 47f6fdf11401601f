import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hasCode, problemOf } from '@/shared/api/problem'
import classes from './Proxy.module.css'
import { KINDS, type ProxyFields, type ProxyKind } from './proxyFields'
import { ProxyLinkInput } from './ProxyLinkInput'

const FAULTY = ['host', 'port', 'username', 'password', 'secret'] as const

type FaultyField = (typeof FAULTY)[number]

interface ProxyInputsProps {
  value: ProxyFields
  onChange: (changed: Partial<ProxyFields>) => void
  /** What the server said of the fields last. */
  error?: Error | null
  /** One is kept, and is not shown. */
  hasPassword?: boolean
}

/** Which fields the server did not take, whether the proxy was all of the request or a part of it. */
export const refusedFields = (error?: Error | null): FaultyField[] => {
  const named = hasCode(error, 'invalid-input') ? problemOf(error).fields.map(({ field }) => field.replace(/^proxy\./, '')) : []
  return FAULTY.filter((field) => named.includes(field))
}

export function ProxyInputs({ value, onChange, error, hasPassword = false }: ProxyInputsProps) {
  const { t } = useTranslation('accounts')
  const refused = refusedFields(error)
  const of = (field: FaultyField) => ({
    value: value[field],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
    error: refused.includes(field) && t(`proxy.fault.${field}`),
    autoComplete: 'off',
    spellCheck: false,
  })
  const hidden = { visibilityToggleButtonProps: { 'aria-label': t('proxy.show') } }
  return (
    <>
      <ProxyLinkInput onRead={onChange} />
      <SegmentedControl
        aria-label={t('proxy.kind')}
        data={Object.entries(KINDS).map(([kind, label]) => ({ value: kind, label }))}
        value={value.kind}
        onChange={(kind) => onChange({ kind: kind as ProxyKind })}
      />
      <div className={classes.place}>
        <TextInput label={t('proxy.host')} placeholder="proxy.example.org" {...of('host')} />
        <TextInput label={t('proxy.port')} inputMode="numeric" placeholder="1080" {...of('port')} />
      </div>
      {value.kind === 'MTPROTO' ? (
        <PasswordInput label={t('proxy.secret')} description={t('proxy.hidden')} {...hidden} {...of('secret')} />
      ) : (
        <>
          <TextInput label={t('proxy.user')} description={t('proxy.optional')} {...of('username')} />
          <PasswordInput
            label={t('proxy.password')}
            description={t(hasPassword ? 'proxy.hidden' : 'proxy.optional')}
            {...hidden}
            {...of('password')}
          />
        </>
      )}
    </>
  )
}
