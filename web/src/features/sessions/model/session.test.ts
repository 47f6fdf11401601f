import { expect, test } from 'vitest'
import { deviceOf, methodOf } from './session'

test('a_device_is_named_by_what_is_known_of_it', () => {
  expect(deviceOf({ browser: 'Safari', system: 'iPhone' })).toEqual({ kind: 'phone', name: 'Safari · iPhone' })
  expect(deviceOf({ browser: 'Firefox', system: 'Windows' })).toEqual({ kind: 'computer', name: 'Firefox · Windows' })
  expect(deviceOf({ browser: 'curl' })).toEqual({ kind: 'program', name: 'curl' })
  expect(deviceOf({})).toEqual({ kind: 'computer', name: undefined })
})

test('a_method_from_a_newer_server_does_not_break_the_page', () => {
  expect(methodOf('password-and-totp')).toBe('password-and-totp')
  expect(methodOf('telepathy')).toBe('password')
})
