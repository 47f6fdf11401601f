import { heat } from '../lib/heat'
import classes from './HeatStrip.module.css'

const STEP = 8
const CELL = 6
const HIGH = 12

interface HeatStripProps {
  counts: number[]
  label: string
  /** What the hottest cell stands for; without it, the worst of these. */
  most?: number
}

/** Counts over a time as one row of cells, the hotter the more. The words beside it say the same. */
export function HeatStrip({ counts, label, most = Math.max(...counts) }: HeatStripProps) {
  return (
    <svg
      className={classes.strip}
      viewBox={`0 0 ${counts.length * STEP - (STEP - CELL)} ${HIGH}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {counts.map((count, index) => (
        <rect key={index} className={classes.cell} data-heat={heat(count, most)} x={index * STEP} y="0" width={CELL} height={HIGH} rx="1.5" />
      ))}
    </svg>
  )
}
