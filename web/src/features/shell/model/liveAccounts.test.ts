import { expect, test } from 'vitest'
import type { Account } from '@/shared/api/types'
import { withNews } from './liveAccounts'

const account = (id: string, state: Account['state'] = 'CONNECTED') => ({ id, state }) as Account
const known = [account('a'), account('b')]

test('a changed account takes its own place', () => {
  expect(withNews(known, account('a', 'FLOOD_WAIT'))).toEqual([account('a', 'FLOOD_WAIT'), account('b')])
})

test('a new account comes last', () => {
  expect(withNews(known, account('c'))).toEqual([...known, account('c')])
})

test('a disconnected account leaves, though nothing but its id is told', () => {
  expect(withNews(known, { id: 'a', state: 'DISCONNECTED' })).toEqual([account('b')])
})

test('what was never asked for stays unknown', () => {
  expect(withNews(undefined, account('a'))).toBeUndefined()
  expect(withNews(undefined, { id: 'a', state: 'DISCONNECTED' })).toBeUndefined()
})
