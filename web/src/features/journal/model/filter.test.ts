import { expect, test } from 'vitest'
import { exportAddress, filterOf, readSearch } from './filter'

test('what is a filter is kept', () => {
  const search = { account: 'a', kind: 'SIGN_IN', result: 'OK', since: '2026-01-02T12:00:00Z', error: 'PEER_FLOOD', trace: 'x', scope: 'all' } as const
  expect(readSearch(search)).toEqual(search)
})

test('what is none is left out', () => {
  expect(readSearch({ account: 7, kind: 'DANCE', result: '', other: 'x', since: 'yesterday', trace: 7, scope: 'world' })).toEqual({})
})

test('trouble is whatever did not go well', () => {
  expect(filterOf({ result: 'TROUBLE', since: '2026-01-02T12:00:00Z' })).toEqual({
    result: ['REFUSED', 'FAILED'],
    from: '2026-01-02T12:00:00Z',
  })
  expect(filterOf({ result: 'FAILED', account: 'a' })).toEqual({ result: ['FAILED'], accountId: 'a' })
})

test('the file has the lines that are shown', () => {
  expect(exportAddress({ result: 'TROUBLE', error: 'FLOOD_WAIT_X' })).toBe(
    '/api/v1/telegram/logs.csv?telegramType=FLOOD_WAIT_X&result=REFUSED&result=FAILED',
  )
  expect(exportAddress({})).toBe('/api/v1/telegram/logs.csv?')
})
