import { expect, test } from 'vitest'
import type { Account, Channel, Delivery, Login } from '@/shared/api/types'
import { attention } from './attention'

const NOW = Date.parse('2026-01-02T12:00:00Z')
const account = (state: Account['state']) => ({ id: state, state }) as Account
const login = (step: Login['step']) => ({ id: step, step }) as Login
const delivery = (state: Delivery['state'], createdAt: string) => ({ id: createdAt, state, createdAt }) as Delivery

test('the gravest account comes first, a connected one is no concern', () => {
  const items = attention(['FLOOD_WAIT', 'CONNECTED', 'BANNED', 'NEEDS_LOGIN'].map((s) => account(s as 'BANNED')), [], [], [], NOW)
  expect(items.map((item) => item.kind === 'account' && item.account.state)).toEqual(['BANNED', 'NEEDS_LOGIN', 'FLOOD_WAIT'])
})

test('an open login wants to be finished, an expired one does not', () => {
  expect(attention([], [], [login('CODE_SENT'), login('PASSWORD_NEEDED'), login('EXPIRED')], [], NOW)).toHaveLength(2)
})

test('a refusal counts for a day', () => {
  const deliveries = [delivery('REFUSED', '2026-01-02T11:00:00Z'), delivery('REFUSED', '2026-01-01T11:00:00Z')]
  expect(attention([], [], [], deliveries, NOW)).toHaveLength(1)
})

test('a channel where planned posts would not go out is told after the accounts', () => {
  const lost = { id: 'c', canPost: false, lost: 'CLOSED', waiting: 1 } as Channel
  const items = attention([account('BANNED')], [lost, { ...lost, waiting: 0 }], [login('CODE_SENT')], [], NOW)
  expect(items.map(({ kind }) => kind)).toEqual(['account', 'channel', 'login'])
})
