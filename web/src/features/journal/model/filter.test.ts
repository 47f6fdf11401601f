import { expect, test } from 'vitest'
import { readSearch } from './filter'

test('what is a filter is kept', () => {
  const search = { account: 'a', kind: 'SIGN_IN', result: 'OK' } as const
  expect(readSearch(search)).toEqual(search)
})

test('what is none is left out', () => {
  expect(readSearch({ account: 7, kind: 'DANCE', result: '', other: 'x' })).toEqual({})
})
