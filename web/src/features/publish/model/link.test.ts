import { expect, test } from 'vitest'
import { normalizeLink } from './link'

test.each([
  ['example.com', 'https://example.com'],
  ['  http://example.com/a?b#c ', 'http://example.com/a?b#c'],
  ['tg://resolve?domain=durov', 'tg://resolve?domain=durov'],
  ['localhost:8080/x', undefined],
  ['http://localhost:8080/x', 'http://localhost:8080/x'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['two words', undefined],
  ['word', undefined],
  ['', undefined],
])('%j becomes %j', (typed, expected) => {
  expect(normalizeLink(typed)).toBe(expected)
})
