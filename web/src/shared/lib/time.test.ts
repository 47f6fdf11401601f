import { expect, test } from 'vitest'
import { countdown, duration, exact, relative } from './time'

test.each([
  [0, '0:00'],
  [5, '0:05'],
  [59.2, '1:00'],
  [125, '2:05'],
  [3661, '1:01:01'],
  [-3, '0:00'],
])('%d seconds are shown as %s', (seconds, shown) => {
  expect(countdown(seconds)).toBe(shown)
})

const now = Date.parse('2026-01-02T12:00:00Z')

test('time is told relative, in the language spoken', () => {
  expect(relative(new Date(now - 120_000), now, 'en')).toBe('2 min. ago')
  expect(relative(new Date(now - 120_000), now, 'ru')).toBe('2 мин. назад')
  expect(relative(new Date(now + 10_000), now, 'en')).toBe('now')
})

test('the exact instant names the zone', () => {
  expect(exact(new Date(now), 'en')).toContain('January 2, 2026')
  expect(exact(new Date(now), 'en')).toMatch(/\(.+\)$/)
})

test('a length of time is said in the unit that fits', () => {
  expect([duration(42, 'en'), duration(900, 'en'), duration(10_800, 'en'), duration(259_200, 'en')]).toEqual(['42 sec', '15 min', '3 hr', '3 days'])
})
