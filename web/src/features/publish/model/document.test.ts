import { describe, expect, test } from 'vitest'
import { type DocNode, toPost } from './document'

const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content })
const p = (...content: DocNode[]): DocNode => ({ type: 'paragraph', content })
const t = (text: string, ...marks: string[]): DocNode => ({ type: 'text', text, marks: marks.map((type) => ({ type })) })
const link = (text: string, href: string): DocNode => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] })

describe('the editor’s document becomes text and ranges', () => {
  test('every mark has the name that Telegram gives it', () => {
    const post = toPost(
      doc(p(t('a', 'bold'), t('b', 'italic'), t('c', 'underline'), t('d', 'strike'), t('e', 'spoiler'), t('f', 'code'))),
    )
    expect(post.text).toBe('abcdef')
    expect(post.entities.map(({ type, offset, length }) => [type, offset, length])).toEqual([
      ['bold', 0, 1],
      ['italic', 1, 1],
      ['underline', 2, 1],
      ['strikethrough', 3, 1],
      ['spoiler', 4, 1],
      ['code', 5, 1],
    ])
  })

  test('offsets count UTF-16 units: an emoji is two, a family is eleven', () => {
    expect(toPost(doc(p(t('😀 '), t('bold', 'bold')))).entities).toEqual([{ type: 'bold', offset: 3, length: 4 }])
    expect(toPost(doc(p(t('👨‍👩‍👧‍👦', 'bold')))).entities).toEqual([{ type: 'bold', offset: 0, length: 11 }])
  })

  test('paragraphs and hard breaks are line breaks, an empty paragraph is an empty line', () => {
    const post = toPost(doc(p(t('one')), p(), p(t('two'), { type: 'hardBreak' }, t('three'))))
    expect(post.text).toBe('one\n\ntwo\nthree')
  })

  test('overlapping marks are ranges of their own', () => {
    const post = toPost(doc(p(t('ab', 'bold'), t('cd', 'bold', 'italic'), t('ef', 'italic'))))
    expect(post.entities).toEqual([
      { type: 'bold', offset: 0, length: 4 },
      { type: 'italic', offset: 2, length: 4 },
    ])
  })

  test('bold goes on over a line break, code and links do not', () => {
    expect(toPost(doc(p(t('one', 'bold')), p(t('two', 'bold')))).entities).toEqual([{ type: 'bold', offset: 0, length: 7 }])
    expect(toPost(doc(p(t('one', 'code')), p(t('two', 'code')))).entities).toHaveLength(2)
    expect(toPost(doc(p(link('a', 'https://a.b')), p(link('b', 'https://a.b')))).entities).toHaveLength(2)
  })

  test('neighbouring links to different addresses stay apart', () => {
    expect(toPost(doc(p(link('a', 'https://a.example'), link('b', 'https://b.example')))).entities).toEqual([
      { type: 'text_link', offset: 0, length: 1, url: 'https://a.example' },
      { type: 'text_link', offset: 1, length: 1, url: 'https://b.example' },
    ])
  })

  test('white space at both ends is cut, and the ranges move with it', () => {
    const post = toPost(doc(p(), p(t('  '), t(' bold ', 'bold')), p()))
    expect(post).toEqual({ text: 'bold', entities: [{ type: 'bold', offset: 0, length: 4 }] })
  })

  test('a range of nothing but white space is no range', () => {
    expect(toPost(doc(p(t('a'), t(' ', 'bold'), t('b')))).entities).toEqual([])
  })

  test('a quote and a code block cover their lines', () => {
    const quote = { type: 'blockquote', content: [p(t('one')), p(t('two', 'bold'))] }
    const block = { type: 'codeBlock', attrs: { language: 'java' }, content: [t('a\nb')] }
    expect(toPost(doc(quote, block))).toEqual({
      text: 'one\ntwo\na\nb',
      entities: [
        { type: 'blockquote', offset: 0, length: 7 },
        { type: 'bold', offset: 4, length: 3 },
        { type: 'pre', offset: 8, length: 3, language: 'java' },
      ],
    })
  })

  test('two quotes one after the other stay two', () => {
    const quote = (text: string) => ({ type: 'blockquote', content: [p(t(text))] })
    expect(toPost(doc(quote('a'), quote('b'))).entities).toHaveLength(2)
  })

  test('nothing written is an empty post', () => {
    expect(toPost({})).toEqual({ text: '', entities: [] })
    expect(toPost(doc(p()))).toEqual({ text: '', entities: [] })
  })

  test('an unknown mark leaves the text as it is', () => {
    expect(toPost(doc(p(t('x', 'highlight'))))).toEqual({ text: 'x', entities: [] })
  })
})
