import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

/** One sentence and the next action. */
export function EmptyState({ icon: Mark, text, action }: { icon: Icon; text: string; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <span className={classes.mark}>
        <Mark size={24} stroke={1.6} aria-hidden />
      </span>
      <p className={classes.text}>{text}</p>
      {action}
    </div>
  )
}
