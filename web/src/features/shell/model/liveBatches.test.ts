import { describe, expect, it } from 'vitest'
import type { Batch, BatchRow } from '@/shared/api/types'
import { withRow } from './liveBatches'

const row = (line: number, step: BatchRow['step']): BatchRow => ({ batchId: 'b', line, step, phoneMasked: '+499*****01', retryable: false })

const batch: Batch = {
  id: 'b',
  createdAt: '2031-02-03T04:05:06Z',
  total: 3,
  unfinished: 2,
  connected: 0,
  refused: 1,
  speed: { startsPerMinute: 6, startsPerHour: 120, open: 10 },
  rows: [row(1, 'CODE_SENT'), row(3, 'WAITING'), row(4, 'REFUSED')],
}

describe('withRow', () => {
  it('puts the row in its line and counts anew', () => {
    expect(withRow(batch, row(3, 'CONNECTED'))).toMatchObject({
      unfinished: 1,
      connected: 1,
      refused: 1,
      rows: [{ line: 1 }, { line: 3, step: 'CONNECTED' }, { line: 4 }],
    })
  })

  it('counts an expired row among those that can be tried again', () => {
    expect(withRow(batch, row(1, 'EXPIRED'))).toMatchObject({ unfinished: 1, refused: 2 })
  })

  it('leaves a list unknown that was never asked for', () => {
    expect(withRow(undefined, row(1, 'CONNECTED'))).toBeUndefined()
  })
})
