import { beforeEach, expect, test } from 'vitest'
import { answerIn, takeErrand } from './provider'

beforeEach(() => sessionStorage.clear())

test('an errand is told once', () => {
  sessionStorage.setItem('cf.errand', JSON.stringify({ purpose: 'link', challenge: 'c', next: '/settings/security' }))
  expect(takeErrand()).toEqual({ purpose: 'link', challenge: 'c', next: '/settings/security' })
  expect(takeErrand()).toBeUndefined()
})

test('a code stays the text it is, although it looks like a number', () => {
  expect(answerIn('?code=1e5&state=007&iss=https%3A%2F%2Flogin.example')).toEqual({
    code: '1e5',
    state: '007',
    iss: 'https://login.example',
  })
})

test('a provider that refuses sends no code', () => {
  expect(answerIn('?error=access_denied&state=s')).toEqual({ state: 's', code: undefined, iss: undefined })
})
