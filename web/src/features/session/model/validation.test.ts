import { expect, test } from 'vitest'
import { confirmationFault, emailFault, newPasswordFault, safeNext, strength } from './validation'

test.each([
  ['', 'emailMissing'],
  ['   ', 'emailMissing'],
  ['name', 'emailWrong'],
  ['name@host', 'emailWrong'],
  ['a b@example.com', 'emailWrong'],
  [`${'a'.repeat(250)}@example.com`, 'emailWrong'],
  ['name@example.com', null],
  [' name+tag@mail.example.co.uk ', null],
])('the address %j: %j', (email, fault) => {
  expect(emailFault(email)).toBe(fault)
})

test.each([
  ['', 'passwordMissing'],
  ['elevenchars', 'passwordShort'],
  ['twelve chars', null],
  ['x'.repeat(128), null],
  ['x'.repeat(129), 'passwordLong'],
])('the password %j: %j', (password, fault) => {
  expect(newPasswordFault(password)).toBe(fault)
})

test('the confirmation must be the same to the letter', () => {
  expect(confirmationFault('a', 'A')).toBe('confirmationDiffers')
  expect(confirmationFault('A', 'A')).toBeNull()
})

test.each([
  ['short', 'short'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['passwordpassword', 'weak'],
  ['quiet-river-9', 'fair'],
  ['Correct horse, battery staple 7', 'strong'],
])('%j is %s', (password, expected) => {
  expect(strength(password)).toBe(expected)
})

test.each([
  ['/publish?channel=1', '/publish?channel=1'],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['https://evil.example', undefined],
  ['/login', undefined],
  [42, undefined],
])('after the login %j leads to %j', (next, expected) => {
  expect(safeNext(next)).toBe(expected)
})
