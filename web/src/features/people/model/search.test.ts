import { expect, test } from 'vitest'
import { readSearch } from './search'

test('an address says whom to show', () => {
  expect(readSearch({ find: ' olga ', role: 'viewer', state: 'blocked' })).toEqual({ find: 'olga', role: 'viewer', state: 'blocked' })
})

test('what an address cannot mean is left out', () => {
  expect(readSearch({ find: '  ', role: 'boss', state: 3, other: 'x' })).toEqual({})
  expect(readSearch({ find: 'a'.repeat(300) }).find).toHaveLength(254)
})
