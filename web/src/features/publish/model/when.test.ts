import { expect, test } from 'vitest'
import { localTime, quickTimes } from './when'

const noon = new Date('2026-11-27T09:00:00Z')

test('a time is that of the zone, also on another day', () => {
  expect(localTime(noon, 'Europe/Moscow')).toBe('2026-11-27T12:00')
  expect(localTime(noon, 'Pacific/Auckland')).toBe('2026-11-27T22:00')
  expect(localTime(new Date('2026-11-27T00:00:00Z'), 'America/New_York')).toBe('2026-11-26T19:00')
})

test('quick times lie ahead', () => {
  expect(quickTimes(noon, 'Europe/Moscow')).toEqual([
    { name: 'hour', local: '2026-11-27T13:00' },
    { name: 'evening', local: '2026-11-27T19:00' },
    { name: 'morning', local: '2026-11-28T09:00' },
  ])
  expect(quickTimes(noon, 'Pacific/Auckland').map(({ name }) => name)).toEqual(['hour', 'morning'])
})
