import { expect, test } from 'vitest'
import { endOf, scopesOf } from './wish'

test('a key lasts as many days as it is said, or until it is deleted', () => {
  expect(endOf('30', Date.parse('2026-01-01T12:00:00Z'))).toBe('2026-01-31T12:00:00.000Z')
  expect(endOf('never', 0)).toBeUndefined()
})

test('nobody is offered more than they may do themselves', () => {
  expect(scopesOf('viewer')).toEqual(['read'])
  expect(scopesOf('user')).not.toContain('admin')
  expect(scopesOf('admin')).toContain('admin')
})
