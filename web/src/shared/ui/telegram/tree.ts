import type { TextEntity } from '@/shared/api/types'

export interface Formatted {
  entity: TextEntity
  children: FormattedNode[]
}
export type FormattedNode = string | Formatted

// From the outermost to the innermost, so that overlapping ranges nest the same way everywhere.
const ORDER: TextEntity['type'][] = [
  'blockquote',
  'expandable_blockquote',
  'pre',
  'spoiler',
  'text_link',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'code',
]

const BLOCKS = new Set<TextEntity['type']>(['blockquote', 'expandable_blockquote', 'pre'])

interface Piece {
  text: string
  entities: TextEntity[]
}

function cut(text: string, entities: TextEntity[]): Piece[] {
  const edges = new Set([0, text.length])
  for (const { offset, length } of entities) {
    if (offset < text.length) edges.add(offset).add(Math.min(offset + length, text.length))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => ({
    text: text.slice(start, sorted[index + 1]),
    entities: entities.filter(({ offset, length }) => offset <= start && start < offset + length),
  }))
}

function nest(pieces: Piece[], level: number): FormattedNode[] {
  const type = ORDER[level]
  if (type === undefined) return pieces.length > 0 ? [pieces.map((piece) => piece.text).join('')] : []
  const nodes: FormattedNode[] = []
  for (let start = 0; start < pieces.length; ) {
    const entity = pieces[start]!.entities.find((candidate) => candidate.type === type)
    let end = start + 1
    while (end < pieces.length && pieces[end]!.entities.find((candidate) => candidate.type === type) === entity) end++
    const children = nest(pieces.slice(start, end), level + 1)
    if (entity) nodes.push({ entity, children })
    else nodes.push(...children)
    start = end
  }
  return nodes
}

/** Text and its ranges (UTF-16 units) as a tree that can be drawn; ranges may overlap as Telegram allows. */
export const formattedTree = (text: string, entities: TextEntity[]): FormattedNode[] => nest(cut(text, entities), 0)

export const isBlock = (node: FormattedNode | undefined): node is Formatted =>
  typeof node === 'object' && BLOCKS.has(node.entity.type)
