import type { TextEntity } from '@/shared/api/types'
import type { DocNode, Post } from './document'

const MARKS: Partial<Record<TextEntity['type'], string>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  code: 'code',
  text_link: 'link',
}

const BLOCKS: Partial<Record<TextEntity['type'], string>> = {
  pre: 'codeBlock',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
}

/** The way back from a post to what the editor holds. */
export function toDocument({ text, entities }: Post): DocNode {
  const blocks = entities.filter(({ type }) => BLOCKS[type]).sort((a, b) => a.offset - b.offset)
  const content: DocNode[] = []
  let at = 0
  for (const block of blocks) {
    if (block.offset > at) content.push(...paragraphs(text, at, withoutBreak(text, at, block.offset), entities))
    const end = block.offset + block.length
    content.push(blockNode(block, text, end, entities))
    at = text[end] === '\n' ? end + 1 : end
  }
  if (at < text.length || content.length === 0) content.push(...paragraphs(text, at, text.length, entities))
  return { type: 'doc', content }
}

/** The line break before a block is the border between the two, not a line of its own. */
const withoutBreak = (text: string, from: number, to: number) => (to > from && text[to - 1] === '\n' ? to - 1 : to)

function blockNode(block: TextEntity, text: string, end: number, entities: TextEntity[]): DocNode {
  if (block.type !== 'pre') {
    const attrs = block.type === 'expandable_blockquote' ? { attrs: { expandable: true } } : {}
    return { type: 'blockquote', ...attrs, content: paragraphs(text, block.offset, end, entities) }
  }
  const code = text.slice(block.offset, end)
  return {
    type: 'codeBlock',
    attrs: { language: block.language ?? null },
    ...(code && { content: [{ type: 'text', text: code }] }),
  }
}

function paragraphs(text: string, from: number, to: number, entities: TextEntity[]): DocNode[] {
  const found: DocNode[] = []
  let at = from
  for (const line of text.slice(from, to).split('\n')) {
    const content = inline(text, at, at + line.length, entities)
    found.push({ type: 'paragraph', ...(content.length > 0 && { content }) })
    at += line.length + 1
  }
  return found
}

function inline(text: string, from: number, to: number, entities: TextEntity[]): DocNode[] {
  const here = entities.filter((e) => MARKS[e.type] && e.offset < to && e.offset + e.length > from)
  const inside = (edge: number) => edge > from && edge < to
  const edges = [...new Set([from, to, ...here.flatMap((e) => [e.offset, e.offset + e.length]).filter(inside)])]
  edges.sort((a, b) => a - b)
  return edges.slice(1).map((end, index) => {
    const start = edges[index] ?? from
    const marks = here.filter((e) => e.offset <= start && e.offset + e.length >= end).map(mark)
    return { type: 'text', text: text.slice(start, end), ...(marks.length > 0 && { marks }) }
  })
}

const mark = ({ type, url }: TextEntity) => ({ type: MARKS[type] ?? '', ...(url && { attrs: { href: url } }) })
