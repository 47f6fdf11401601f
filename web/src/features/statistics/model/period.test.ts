import { expect, test } from 'vitest'
import { asked, readSearch } from './period'

const NOW = Date.parse('2026-03-10T12:34:56.789Z')

test('a day is the running hour and the 23 before it', () => {
  expect(asked('day', NOW)).toEqual({ from: '2026-03-09T13:34:00.000Z', bucket: 'HOUR' })
})

test('a week and a month are cut into days, today among them', () => {
  expect(asked('week', NOW)).toEqual({ from: '2026-03-04T12:34:00.000Z', bucket: 'DAY' })
  expect(asked('month', NOW)).toEqual({ from: '2026-02-09T12:34:00.000Z', bucket: 'DAY' })
})

test('an address may hold anything', () => {
  expect(readSearch({ period: 'week', scope: 'all' })).toEqual({ period: 'week', scope: 'all' })
  expect(readSearch({ period: 'year', scope: 'own' })).toEqual({})
})
