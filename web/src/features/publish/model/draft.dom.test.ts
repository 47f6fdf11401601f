import { afterEach, expect, test } from 'vitest'
import { attemptFor, bringBack, canBringBack, keepDraft, readDraft } from './draft'

const body = (text: string) => ({ channelId: 'c', text, entities: [] })

afterEach(() => localStorage.clear())

test('trying the same post again uses the same key, also after a reload', () => {
  const first = attemptFor(body('one'))
  expect(attemptFor(body('one')).key).toBe(first.key)
})

test('another text is another post and gets another key', () => {
  const first = attemptFor(body('one'))
  expect(attemptFor(body('two')).key).not.toBe(first.key)
})

test('the same text sent on purpose a second time is a new post', () => {
  const first = attemptFor(body('one'))
  keepDraft({ attempt: undefined })
  expect(attemptFor(body('one')).key).not.toBe(first.key)
})

test('a key is short enough for the server', () => {
  expect(attemptFor(body('one')).key).toMatch(/^[0-9a-f]{32}$/)
})

test('the text of a refused post comes back into the draft', () => {
  const document = { type: 'doc', content: [] }
  keepDraft({ document: undefined, sent: { deliveryId: 'd', document } })
  expect([canBringBack('d'), canBringBack('other')]).toEqual([true, false])
  bringBack()
  expect(readDraft().document).toEqual(document)
})

test('nonsense in the storage is an empty draft', () => {
  localStorage.setItem('cf.own.nobody.draft', '{{{')
  expect(readDraft()).toEqual({})
})
