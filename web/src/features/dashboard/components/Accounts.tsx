import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Account } from '@/shared/api/types'
import { AccountState } from '@/shared/ui/states'
import { byState } from '../model/attention'
import classes from './Dashboard.module.css'

export function Accounts({ accounts }: { accounts: Account[] }) {
  const { t } = useTranslation('dashboard')
  return (
    <ul className={classes.counts}>
      {byState(accounts).map(({ state, count }) => (
        <li key={state}>
          <Link to="/accounts" className={classes.count}>
            <span className={`${classes.figure} numbers`}>{count}</span>
            <AccountState account={{ state }} label={t(`byState.${state}`)} />
            <span className="srOnly">{t('countOf', { count })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
