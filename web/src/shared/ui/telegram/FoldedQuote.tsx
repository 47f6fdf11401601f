import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Telegram.module.css'

/** A quotation of which three lines are shown until a reader opens it. */
export function FoldedQuote({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <blockquote>
      <div className={opened ? undefined : classes.folded}>{children}</div>
      <button type="button" className={classes.unfold} aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {t(opened ? 'quoteLess' : 'quoteMore')}
      </button>
    </blockquote>
  )
}
