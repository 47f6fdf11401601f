import { expect, test } from 'vitest'
import type { Channel } from '@/shared/api/types'
import { dangerIn, endangered } from './danger'

const channel = (more: Partial<Channel>) => ({ id: 'c', canPost: true, waiting: 0, ...more }) as Channel

test('a lost channel is told before a missing right', () => {
  expect(dangerIn(channel({}))).toBeUndefined()
  expect(dangerIn(channel({ canPost: false }))).toBe('NO_RIGHT')
  expect(dangerIn(channel({ canPost: false, lost: 'CLOSED' }))).toBe('CLOSED')
})

test('only posts that wait are endangered', () => {
  const all = [channel({ canPost: false }), channel({ canPost: false, waiting: 2 }), channel({ waiting: 3 })]
  expect(endangered(all)).toEqual([all[1]])
})
