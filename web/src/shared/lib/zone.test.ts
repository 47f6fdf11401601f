import { afterEach, expect, test } from 'vitest'
import { clock, exact } from './time'
import { allZones, liveIn, personZone, zoneName } from './zone'

afterEach(() => liveIn(undefined))
const noon = new Date('2026-07-02T12:00:00Z')

test('times are told in the zone that the person lives in, and it is named', () => {
  liveIn('Asia/Yekaterinburg')
  expect(clock(noon, 'ru')).toBe('17:00')
  expect(exact(noon, 'ru')).toMatch(/17:00:00 \(Yekaterinburg, GMT\+5\)$/)
})

test('summer time is what the zone has on that day', () => {
  liveIn('Europe/Paris')
  expect(zoneName('Europe/Paris', 'en', noon)).toBe('Paris, GMT+2')
  expect(zoneName('Europe/Paris', 'en', new Date('2026-01-02T12:00:00Z'))).toBe('Paris, GMT+1')
})

test('a zone that this browser does not know leaves its own', () => {
  liveIn('Mars/Olympus')
  expect(personZone()).toBe('UTC')
})

test('UTC can be chosen too', () => {
  expect(allZones()).toContain('UTC')
  expect(zoneName('UTC', 'en')).toBe('UTC')
})
