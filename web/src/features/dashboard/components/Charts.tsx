import type { Overview } from '@/shared/api/types'
import { heights } from '../model/numbers'
import classes from './Charts.module.css'

const HIGH = 32
const STEP = 8
const BAR = 6

type Hours = Overview['hours']

/** Posts of the day, hour by hour: sent below, refused on top. The words beside it say the same. */
export function PostBars({ hours, label }: { hours: Hours; label: string }) {
  const all = heights(hours.map(({ sent, refused }) => sent + refused), HIGH)
  return (
    <svg className={classes.bars} viewBox={`0 0 ${hours.length * STEP - (STEP - BAR)} ${HIGH + 1}`} role="img" aria-label={label}>
      <line className={classes.ground} x1="0" x2={hours.length * STEP} y1={HIGH + 0.5} y2={HIGH + 0.5} />
      {hours.map(({ at, sent, refused }, index) => {
        const high = all[index]!
        const bad = refused === 0 ? 0 : Math.max(2, Math.round((high * refused) / (sent + refused)))
        return (
          <g key={at}>
            <rect className={classes.sent} x={index * STEP} y={HIGH - high + bad} width={BAR} height={Math.max(0, high - bad)} rx="1" />
            <rect className={classes.refused} x={index * STEP} y={HIGH - high} width={BAR} height={bad} rx="1" />
          </g>
        )
      })}
    </svg>
  )
}

/** Counts over a time as bars. The words beside it say the same. */
export function Bars({ counts, label }: { counts: number[]; label: string }) {
  return (
    <svg className={classes.bars} viewBox={`0 0 ${counts.length * STEP - (STEP - BAR)} ${HIGH + 1}`} role="img" aria-label={label}>
      <line className={classes.ground} x1="0" x2={counts.length * STEP} y1={HIGH + 0.5} y2={HIGH + 0.5} />
      {heights(counts, HIGH).map((high, index) => (
        <rect key={index} className={classes.sent} x={index * STEP} y={HIGH - high} width={BAR} height={high} rx="1" />
      ))}
    </svg>
  )
}
