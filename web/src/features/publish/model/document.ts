import type { TextEntity } from '@/shared/api/types'

/** The editor's document as JSON (ProseMirror), as far as we read it. */
export interface DocNode {
  type?: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  content?: DocNode[]
}

export interface Post {
  text: string
  entities: TextEntity[]
}

/** Telegram's limit for one text message, in UTF-16 units. */
export const TEXT_LIMIT = 4096

const MARKS: Record<string, TextEntity['type']> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  spoiler: 'spoiler',
  code: 'code',
  link: 'text_link',
}

// A line break between two bold lines need not split the bold in two; a link or code is a thing of its own.
const SPANS_LINES = new Set<TextEntity['type']>(['bold', 'italic', 'underline', 'strikethrough', 'spoiler'])

class Writer {
  text = ''
  readonly entities: TextEntity[] = []

  add(text: string, marks: TextEntity[]) {
    const offset = this.text.length
    this.text += text
    for (const mark of marks) this.mark({ ...mark, offset, length: text.length })
  }

  block(entity: Pick<TextEntity, 'type' | 'language'>, write: () => void) {
    const offset = this.text.length
    write()
    if (this.text.length > offset) this.entities.push({ ...entity, offset, length: this.text.length - offset })
  }

  private mark(next: TextEntity) {
    const before = this.entities.findLast(({ type, url }) => type === next.type && url === next.url)
    const gap = before && this.text.slice(before.offset + before.length, next.offset)
    const joins = gap === '' || (gap !== undefined && SPANS_LINES.has(next.type) && /^\n+$/.test(gap))
    if (before && joins) before.length = next.offset + next.length - before.offset
    else this.entities.push(next)
  }
}

function marksOf(node: DocNode): TextEntity[] {
  return (node.marks ?? []).flatMap(({ type, attrs }) => {
    const known = MARKS[type]
    if (!known) return []
    const url = known === 'text_link' ? String(attrs?.href ?? '') : undefined
    if (url === '') return []
    return [{ type: known, offset: 0, length: 0, ...(url && { url }) }]
  })
}

function write(node: DocNode, out: Writer): void {
  if (node.type === 'text') return out.add(node.text ?? '', marksOf(node))
  if (node.type === 'hardBreak') return out.add('\n', marksOf(node))
  const inside = () => writeAll(node, out)
  if (node.type === 'blockquote') return out.block({ type: node.attrs?.expandable ? 'expandable_blockquote' : 'blockquote' }, inside)
  if (node.type !== 'codeBlock') return inside()
  const language = node.attrs?.language
  out.block({ type: 'pre', ...(typeof language === 'string' && language && { language }) }, inside)
}

const INLINE = new Set(['text', 'hardBreak'])

function writeAll(parent: DocNode, out: Writer): void {
  parent.content?.forEach((node, index) => {
    if (index > 0 && !INLINE.has(node.type ?? '')) out.text += '\n'
    write(node, out)
  })
}

/** Telegram cuts white space off both ends of a message; so do we, or every offset after it would be wrong. */
function trimmed(text: string, entities: TextEntity[]): Post {
  const start = text.length - text.trimStart().length
  const end = Math.max(start, text.trimEnd().length)
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start)
    const to = Math.min(entity.offset + entity.length, end)
    const visible = to > from && text.slice(from, to).trim() !== ''
    return visible ? [{ ...entity, offset: from - start, length: to - from }] : []
  })
  kept.sort((a, b) => a.offset - b.offset || b.length - a.length || a.type.localeCompare(b.type))
  return { text: text.slice(start, end), entities: kept }
}

/** What the editor holds, as Telegram wants it: plain text and ranges, both counted in UTF-16 units. */
export function toPost(document: DocNode): Post {
  const out = new Writer()
  writeAll(document, out)
  return trimmed(out.text, out.entities)
}
