import { expect, test } from 'vitest'
import type { PartHealth } from '@/shared/api/types'
import { knownPart, troubledFirst, wrongClock } from './health'

const part = (name: string, status: 'UP' | 'DOWN'): PartHealth => ({ name, status, latencyMillis: 1, since: '2030-01-01T00:00:00Z', figures: {} })

test('what is in trouble stands first, and the order of the rest stays', () => {
  const parts = [part('accounts', 'UP'), part('disk', 'DOWN'), part('keyring', 'UP'), part('telegram', 'DOWN')]
  expect(troubledFirst(parts).map(({ name }) => name)).toEqual(['disk', 'telegram', 'accounts', 'keyring'])
})

test('a part of a newer server has no word', () => {
  expect(knownPart('disk')).toBe('disk')
  expect(knownPart('vault')).toBeUndefined()
})

test('by how much the clock is wrong is told when it is too much', () => {
  expect(wrongClock({ ...part('clock', 'DOWN'), figures: { offsetSeconds: -3600 } })).toBe(-3600)
  expect(wrongClock({ ...part('clock', 'UP'), figures: { offsetSeconds: 2 } })).toBeUndefined()
  expect(wrongClock(part('disk', 'DOWN'))).toBeUndefined()
})
