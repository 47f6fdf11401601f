import { useTranslation } from 'react-i18next'
import { TEXT_LIMIT } from '../model/document'
import classes from './Publish.module.css'

const NEAR = TEXT_LIMIT - 200

export function Counter({ length }: { length: number }) {
  const { t, i18n } = useTranslation('publish')
  const format = new Intl.NumberFormat(i18n.language)
  const over = length > TEXT_LIMIT
  return (
    <span className={`${classes.counter} numbers`} data-state={over ? 'over' : length > NEAR ? 'near' : 'fine'}>
      {t('counter', { length: format.format(length), limit: format.format(TEXT_LIMIT) })}
      <span role="status" className={classes.over}>
        {over && t('over', { count: length - TEXT_LIMIT })}
      </span>
    </span>
  )
}
