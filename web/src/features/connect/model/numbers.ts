/** What is wrong with a line, or where the same number stands already. */
export type LineFault = 'unreadable' | { sameAs: number }

export interface NumberLine {
  /** Counted from 1, blank lines too, as the person counts. */
  line: number
  text: string
  phone?: string
  fault?: LineFault
}

const DECORATION = /[\p{Z}\p{Cf}\p{Pd}\s().[\]/]/gu
const NUMBER = /^[1-9]\d{6,14}$/

/** A number as people write it anywhere in the world; nothing for what no phone has. The server reads it the same way. */
function readNumber(typed: string): string | undefined {
  const digits = typed.replace(DECORATION, '').replace(/^(\+|00)/, '')
  return NUMBER.test(digits) ? `+${digits}` : undefined
}

/** One number a line; commas and semicolons part them as well. */
export function readNumbers(text: string): NumberLine[] {
  const seen = new Map<string, number>()
  return text
    .split(/[\n,;]/)
    .map((part, index) => ({ line: index + 1, text: part.trim() }))
    .filter((line) => line.text !== '')
    .map((line) => {
      const phone = readNumber(line.text)
      if (!phone) return { ...line, fault: 'unreadable' }
      const sameAs = seen.get(phone)
      if (sameAs !== undefined) return { ...line, phone, fault: { sameAs } }
      seen.set(phone, line.line)
      return { ...line, phone }
    })
}

/** What is sent: each good number in its own line, so that the table counts as the person does. */
export function numbersToSend(lines: NumberLine[]): string[] {
  const good = lines.filter(({ fault }) => !fault)
  const sent = Array.from({ length: good.at(-1)?.line ?? 0 }, () => '')
  for (const { line, phone } of good) sent[line - 1] = phone ?? ''
  return sent
}
