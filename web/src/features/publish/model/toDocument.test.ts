import { expect, test } from 'vitest'
import type { TextEntity } from '@/shared/api/types'
import { type Post, toPost } from './document'
import { toDocument } from './toDocument'

const range = (type: TextEntity['type'], offset: number, length: number, more: Partial<TextEntity> = {}): TextEntity => ({
  type,
  offset,
  length,
  ...more,
})

const posts: [string, Post][] = [
  ['plain lines', { text: 'one\n\nthree', entities: [] }],
  ['styles that cross', { text: 'abcdef', entities: [range('bold', 0, 4), range('italic', 2, 4)] }],
  ['bold over two lines', { text: 'one\ntwo', entities: [range('bold', 0, 7)] }],
  ['a link after an emoji', { text: '🙂 link', entities: [range('text_link', 3, 4, { url: 'https://example.org/' })] }],
  ['a quotation between lines', { text: 'a\nq1\nq2\nb', entities: [range('blockquote', 2, 5)] }],
  ['a quotation alone', { text: 'quoted', entities: [range('blockquote', 0, 6), range('bold', 0, 3)] }],
  ['a long quotation that opens', { text: 'a\nq1\nq2', entities: [range('expandable_blockquote', 2, 5)] }],
  ['code with its language', { text: 'x\nint i;\nreturn;', entities: [range('pre', 2, 14, { language: 'java' })] }],
]

test.each(posts)('%s: what the editor is given is what it gives back', (_, post) => {
  const back = toPost(toDocument(post))
  const sorted = [...post.entities].sort((a, b) => a.offset - b.offset || b.length - a.length || a.type.localeCompare(b.type))
  expect(back).toEqual({ text: post.text, entities: sorted })
})

test('nothing is an empty paragraph', () => {
  expect(toDocument({ text: '', entities: [] })).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
})
