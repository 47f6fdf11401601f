import { type ReactNode, useId } from 'react'
import classes from './Panel.module.css'

interface PanelProps {
  title: string
  /** One or two sentences: what this is for, what follows from it. */
  lead?: ReactNode
  /** Beside the title: a state or a small button. */
  aside?: ReactNode
  /** A thing that cannot be undone stands in its own panel. */
  tone?: 'plain' | 'danger'
  children?: ReactNode
}

/** One matter of a page of settings or of a detail page, with its own form, list or button. */
export function Panel({ title, lead, aside, tone = 'plain', children }: PanelProps) {
  const id = useId()
  return (
    <section className={classes.panel} data-tone={tone} aria-labelledby={id}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {aside}
      </header>
      {children && <div className={classes.body}>{children}</div>}
    </section>
  )
}

/** Buttons at the end of a panel's or a dialog's form: the act first in reading order, on a phone as wide as the page. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className={classes.acts}>{children}</div>
}
