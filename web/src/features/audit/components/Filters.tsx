import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTIONS, type AuditSearch, isKnownAction, OUTCOMES } from '../model/filter'
import classes from './Audit.module.css'

interface FiltersProps {
  search: AuditSearch
  onSearch: (search: AuditSearch) => void
}

/** Nothing said is no filter. */
const changed = (search: AuditSearch, name: keyof AuditSearch, value: string | null): AuditSearch =>
  Object.fromEntries(Object.entries({ ...search, [name]: value }).filter(([, said]) => said))

export function Filters({ search, onSearch }: FiltersProps) {
  const { t } = useTranslation('audit')
  const choose = (name: keyof AuditSearch) => (value: string | null) => onSearch(changed(search, name, value))
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('clear') } }
  const other = search.action && !isKnownAction(search.action) ? [{ value: search.action, label: search.action }] : []
  return (
    <div className={classes.filters} role="search" aria-label={t('filters')}>
      <Typed label={t('member')} value={search.member} onType={choose('member')} />
      <Select
        aria-label={t('actionLabel')}
        placeholder={t('allActions')}
        searchable
        nothingFoundMessage={t('noAction')}
        data={[...ACTIONS.map((action) => ({ value: action as string, label: t(`action.${action}`) })), ...other]}
        value={search.action ?? null}
        onChange={choose('action')}
        {...clear}
      />
      <Select
        aria-label={t('outcomeLabel')}
        placeholder={t('allOutcomes')}
        data={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
        value={search.outcome ?? null}
        onChange={choose('outcome')}
        {...clear}
      />
      <Typed label={t('address')} value={search.address} onType={choose('address')} />
      <Day label={t('from')} value={search.from} onDay={choose('from')} />
      <Day label={t('to')} value={search.to} onDay={choose('to')} />
      {Object.keys(search).length > 0 && (
        <Button className={classes.clear} variant="subtle" color="gray" onClick={() => onSearch({})}>
          {t('clear')}
        </Button>
      )}
    </div>
  )
}

const PAUSE_MILLIS = 400

/** What is typed counts after a pause; what comes from elsewhere (a click in the table) is shown. */
function Typed({ label, value = '', onType }: { label: string; value?: string; onType: (text: string) => void }) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const settle = useDebouncedCallback(onType, PAUSE_MILLIS)
  if (value !== known) {
    setKnown(value)
    setTyped(value)
  }
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      maxLength={254}
      spellCheck={false}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        settle(currentTarget.value.trim())
      }}
    />
  )
}

function Day({ label, value = '', onDay }: { label: string; value?: string; onDay: (day: string) => void }) {
  return (
    <label className={classes.day}>
      <span>{label}</span>
      <TextInput type="date" value={value} onChange={({ currentTarget }) => onDay(currentTarget.value)} />
    </label>
  )
}
