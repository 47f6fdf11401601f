import { useTranslation } from 'react-i18next'
import classes from './Publish.module.css'

const NEAR = 200

export function Counter({ length, limit }: { length: number; limit: number }) {
  const { t, i18n } = useTranslation('publish')
  const format = new Intl.NumberFormat(i18n.language)
  const over = length > limit
  return (
    <span className={`${classes.counter} numbers`} data-state={over ? 'over' : length > limit - NEAR ? 'near' : 'fine'}>
      {t('counter', { length: format.format(length), limit: format.format(limit) })}
      <span role="status" className={classes.over}>
        {over && t('over', { count: length - limit })}
      </span>
    </span>
  )
}
