import { expect, test } from 'vitest'
import type { TextEntity } from '@/shared/api/types'
import { type FormattedNode, formattedTree } from './tree'

const show = (nodes: FormattedNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : `<${node.entity.type}>${show(node.children)}</>`)).join('')
const draw = (text: string, ...entities: TextEntity[]) => show(formattedTree(text, entities))

test('plain text is itself', () => {
  expect(draw('a\nb')).toBe('a\nb')
  expect(draw('')).toBe('')
})

test('overlapping ranges are cut and nested', () => {
  expect(
    draw('abcdef', { type: 'bold', offset: 0, length: 4 }, { type: 'italic', offset: 2, length: 4 }),
  ).toBe('<bold>ab<italic>cd</></><italic>ef</>')
})

test('one spoiler stays one, whatever is inside', () => {
  expect(
    draw('abc', { type: 'spoiler', offset: 0, length: 3 }, { type: 'bold', offset: 1, length: 1 }),
  ).toBe('<spoiler>a<bold>b</>c</>')
})

test('offsets are UTF-16 units', () => {
  expect(draw('😀x', { type: 'bold', offset: 2, length: 1 })).toBe('😀<bold>x</>')
})

test('a range beyond the end is cut, one outside is nothing', () => {
  expect(draw('ab', { type: 'bold', offset: 1, length: 9 })).toBe('a<bold>b</>')
  expect(draw('ab', { type: 'bold', offset: 5, length: 1 })).toBe('ab')
})
