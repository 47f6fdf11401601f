import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './StatusPill.module.css'

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'quiet'

/** A state as an icon and a word; the colour only helps. */
export function StatusPill({ tone, icon: Mark, children }: { tone: Tone; icon: Icon; children: ReactNode }) {
  return (
    <span className={classes.pill} data-tone={tone}>
      <Mark size={14} stroke={2} aria-hidden />
      <span className={classes.word}>{children}</span>
    </span>
  )
}
