import { expect, test } from 'vitest'
import { digitsOf, normalizePhone } from './phone'

test.each([
  ['+7 (900) 123-45-67', '+79001234567'],
  ['0044 7700 900123', '+447700900123'],
  ['9996612345', '+9996612345'],
  ['12', undefined],
  ['call me', undefined],
  ['+1234567890123456', undefined],
  ['', undefined],
])('%j becomes %j', (typed, expected) => {
  expect(normalizePhone(typed)).toBe(expected)
})

test('a pasted code loses everything but its digits', () => {
  expect(digitsOf(' 12-3 45. ')).toBe('12345')
})
