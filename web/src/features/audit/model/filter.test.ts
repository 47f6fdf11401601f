import { expect, test } from 'vitest'
import { dayBegins } from './day'
import { exportAddress, filterOf, readSearch } from './filter'

test('what is a filter is kept', () => {
  const search = { member: 'olga', action: 'member.sign-in', outcome: 'OK', address: '192.0.2.1', from: '2026-01-31', to: '2026-02-01' } as const
  expect(readSearch(search)).toEqual(search)
})

test('what is none is left out', () => {
  expect(readSearch({ member: ' ', action: 7, outcome: 'MAYBE', from: 'yesterday', to: '2026-13-01', page: 2 })).toEqual({})
})

test('days are those of the person, the last one whole', () => {
  expect(filterOf({ from: '2026-01-31', to: '2026-01-31' }, 'Europe/Moscow')).toEqual({
    from: '2026-01-30T21:00:00.000Z',
    to: '2026-01-31T21:00:00.000Z',
  })
})

test('a day begins at its own midnight, also where the clocks are changed on it', () => {
  expect(dayBegins('2026-03-29', 0, 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z')
  expect(dayBegins('2026-03-29', 1, 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z')
  expect(dayBegins('2026-12-31', 1, 'America/New_York')).toBe('2027-01-01T05:00:00.000Z')
})

test('the file has the same filter, whatever stands in it', () => {
  expect(exportAddress(filterOf({ member: 'a&b', outcome: 'REFUSED' }, 'UTC'))).toBe('/api/v1/audit/export?member=a%26b&outcome=REFUSED')
})
