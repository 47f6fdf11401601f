import { Button, Code, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { accountsQuery } from '@/shared/api/queries'
import { exact } from '@/shared/lib/time'
import { problemWords } from '@/shared/ui/problemText'
import { type JournalSearch, KINDS, RESULTS } from '../model/filter'
import classes from './Journal.module.css'

interface FiltersProps {
  search: JournalSearch
  onSearch: (search: JournalSearch) => void
}

const changed = (search: JournalSearch, name: keyof JournalSearch, value: string | null): JournalSearch => {
  const next = { ...search, [name]: value ?? undefined }
  return Object.fromEntries(Object.entries(next).filter(([, chosen]) => chosen !== undefined))
}

export function Filters({ search, onSearch }: FiltersProps) {
  const { t, i18n } = useTranslation('journal')
  const { t: inWords } = useTranslation(['problems'])
  const { data: accounts = [] } = useQuery(accountsQuery)
  const choose = (name: keyof JournalSearch) => (value: string | null) => onSearch(changed(search, name, value))
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('clear') } }
  return (
    <div className={classes.filters} role="search" aria-label={t('filters')}>
      <Select
        aria-label={t('account')}
        placeholder={t('allAccounts')}
        data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.account ?? null}
        onChange={choose('account')}
        {...clear}
      />
      <Select
        aria-label={t('kindLabel')}
        placeholder={t('allKinds')}
        data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={search.kind ?? null}
        onChange={choose('kind')}
        {...clear}
      />
      <Select
        aria-label={t('resultLabel')}
        placeholder={t('allResults')}
        data={RESULTS.map((result) => ({ value: result, label: t(`result.${result}`) }))}
        value={search.result ?? null}
        onChange={choose('result')}
        {...clear}
      />
      {search.since && <span className={classes.since}>{t('since', { at: exact(new Date(search.since), i18n.language) })}</span>}
      {search.error && <Code className={classes.named}>{search.error}</Code>}
      {search.code && <span className={classes.since}>{problemWords(inWords, { code: search.code }).what}</span>}
      {search.trace && <span className={classes.since}>{t('oneWhole')}</span>}
      {search.scope && <span className={classes.since}>{t('everybody')}</span>}
      {Object.keys(search).length > 0 && (
        <Button variant="subtle" color="gray" onClick={() => onSearch({})}>
          {t('clear')}
        </Button>
      )}
    </div>
  )
}
