import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PeopleSearch, readSearch, ROLES, STATES } from '../model/search'
import classes from './People.module.css'

interface FiltersProps {
  search: PeopleSearch
  onSearch: (search: PeopleSearch) => void
}

const TYPING_MILLIS = 250

export function Filters({ search, onSearch }: FiltersProps) {
  const { t } = useTranslation(['people', 'shell'])
  const [typed, setTyped] = useState(search.find ?? '')
  const [sought, setSought] = useState(search.find)
  if (sought !== search.find) {
    // the address has changed by other means, such as "show everybody"
    setSought(search.find)
    if ((search.find ?? '') !== typed.trim()) setTyped(search.find ?? '')
  }
  const change = (part: Record<string, unknown>) => onSearch(readSearch({ ...search, ...part }))
  const find = useDebouncedCallback((text: string) => change({ find: text }), TYPING_MILLIS)
  return (
    <div className={classes.filters} role="search" aria-label={t('filters')}>
      <TextInput
        type="search"
        className={classes.find}
        aria-label={t('find')}
        placeholder={t('find')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={254}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          find(event.currentTarget.value)
        }}
      />
      <Select
        aria-label={t('role')}
        placeholder={t('anyRole')}
        data={ROLES.map((role) => ({ value: role, label: t(`shell:role.${role}`) }))}
        value={search.role ?? null}
        onChange={(role) => change({ role })}
        clearable
        clearButtonProps={{ 'aria-label': t('anyRole') }}
      />
      <Select
        aria-label={t('state')}
        placeholder={t('anyState')}
        data={STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        value={search.state ?? null}
        onChange={(state) => change({ state })}
        clearable
        clearButtonProps={{ 'aria-label': t('anyState') }}
      />
    </div>
  )
}
