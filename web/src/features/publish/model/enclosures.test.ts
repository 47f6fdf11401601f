import { expect, test } from 'vitest'
import type { MediaFile } from '@/shared/api/types'
import { goTogether, isWholeButton, isWholePoll, NO_POLL, toRequest } from './enclosures'

const file = (id: string, kind: MediaFile['kind']): MediaFile => ({
  id,
  kind,
  name: id,
  mime: 'x/y',
  bytes: 1,
  sha256: '',
  createdAt: '2026-01-01T00:00:00Z',
})

const chosen = (id: string, spoiler = false) => ({ key: id, name: id, bytes: 1, sent: 1, file: file(id, 'PHOTO'), spoiler })

test('nothing is sent when nothing is enclosed', () => {
  expect(toRequest([], undefined, [])).toBeUndefined()
})

test('files that are still on their way are not named', () => {
  const under = { key: 'c', name: 'c', bytes: 9, sent: 3, spoiler: false }
  expect(toRequest([chosen('a', true), under], undefined, [])).toEqual({ media: [{ id: 'a', spoiler: true }] })
})

test('empty answers are left out and the right one keeps its place', () => {
  const poll = { question: ' Tea? ', answers: ['Yes', ' ', 'No'], multiple: true, correct: 2, explanation: '' }
  expect(toRequest([], poll, [])).toEqual({ poll: { question: 'Tea?', answers: ['Yes', 'No'], multiple: false, correct: 1 } })
})

test('a poll is whole with a question and two answers', () => {
  expect(isWholePoll(NO_POLL)).toBe(false)
  expect(isWholePoll({ ...NO_POLL, question: 'Tea?', answers: ['a', '', 'b'] })).toBe(true)
})

test('a button leads somewhere', () => {
  expect(isWholeButton({ text: 'Read', url: 'https://example.org' })).toBe(true)
  expect(isWholeButton({ text: 'Read', url: 'javascript:alert(1)' })).toBe(false)
  expect(isWholeButton({ text: ' ', url: 'https://example.org' })).toBe(false)
})

test('an album is of one sort', () => {
  expect(goTogether([file('a', 'PHOTO'), file('b', 'VIDEO')])).toBe(true)
  expect(goTogether([file('a', 'PHOTO'), file('b', 'DOCUMENT')])).toBe(false)
  expect(goTogether([])).toBe(true)
})
