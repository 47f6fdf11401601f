import type { Batch, BatchRow } from '@/shared/api/types'

const OPEN: BatchRow['step'][] = ['WAITING', 'STARTING', 'CODE_SENT', 'PASSWORD_NEEDED']
const REFUSED: BatchRow['step'][] = ['REFUSED', 'EXPIRED']

/** The list with a row as it now stands, counted anew; a list that was never asked for stays unknown. */
export function withRow(known: Batch | undefined, row: BatchRow): Batch | undefined {
  if (!known?.rows) return known
  const rows = known.rows.map((other) => (other.line === row.line ? row : other))
  const count = (steps: BatchRow['step'][]) => rows.filter(({ step }) => steps.includes(step)).length
  return { ...known, rows, unfinished: count(OPEN), connected: count(['CONNECTED']), refused: count(REFUSED) }
}
