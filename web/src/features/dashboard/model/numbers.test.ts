import { expect, test } from 'vitest'
import type { Overview } from '@/shared/api/types'
import { accountsOf, heights, lateness, total } from './numbers'

const overview = {
  accounts: [
    { state: 'BANNED', count: 1 },
    { state: 'CONNECTED', count: 3 },
  ],
  hours: [
    { at: '', sent: 2, refused: 0, errors: 1 },
    { at: '', sent: 3, refused: 1, errors: 0 },
  ],
} as unknown as Overview

test('the day is the sum of its hours', () => {
  expect([total(overview, 'sent'), total(overview, 'refused'), total(overview, 'errors')]).toEqual([5, 1, 1])
})

test('accounts are counted over all states; without any connected one none works', () => {
  expect(accountsOf(overview)).toEqual({ all: 4, working: 3 })
  expect(accountsOf({ ...overview, accounts: [] })).toEqual({ all: 0, working: 0 })
})

test('a single post beside a thousand is still seen', () => {
  expect(heights([0, 1, 1000], 32)).toEqual([0, 2, 32])
  expect(heights([0, 0], 32)).toEqual([0, 0])
})

test.each([
  [40, '0 sec'],
  [420, '0.4 sec'],
  [12_400, '12 sec'],
  [90_000, '1.5 min'],
])('%d ms late is told as %s', (millis, told) => {
  expect(lateness(millis, 'en')).toBe(told)
})
