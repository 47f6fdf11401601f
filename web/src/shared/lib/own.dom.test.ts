import { beforeEach, expect, test } from 'vitest'
import { forgetOwn, ownedBy, readOwn, writeOwn } from './own'

beforeEach(() => localStorage.clear())

test('what one member keeps another one does not see, and finds again', () => {
  ownedBy('olga')
  writeOwn('draft', 'mine')
  ownedBy('pavel')
  expect(readOwn('draft')).toBeUndefined()
  ownedBy('olga')
  expect(readOwn('draft')).toBe('mine')
})

test('a sign-out leaves nothing of anybody, and what belongs to the browser stays', () => {
  localStorage.setItem('cf.theme', 'dark')
  ownedBy('pavel')
  writeOwn('draft', 'his')
  ownedBy('olga')
  writeOwn('draft', 'hers')
  forgetOwn()
  expect(Object.keys(localStorage)).toEqual(['cf.theme'])
})
