import { sha256 } from './sha256'

/** A challenge of ALTCHA: the number is wanted whose digits, put behind the salt, hash to the challenge. */
export interface Challenge {
  algorithm?: string
  challenge: string
  salt: string
  signature: string
  maxnumber: number
}

const words = (hex: string) => Uint32Array.from(hex.match(/.{8}/g) ?? [], (word) => Number.parseInt(word, 16))

/** Tries the numbers from 0 on; undefined when none of them is it. */
export function findNumber({ challenge, salt, maxnumber }: Challenge): number | undefined {
  const wanted = words(challenge)
  const encoder = new TextEncoder()
  const start = encoder.encode(salt)
  const text = new Uint8Array(start.length + 16)
  text.set(start)
  for (let number = 0; number <= maxnumber; number++) {
    const { written } = encoder.encodeInto(String(number), text.subarray(start.length))
    const hash = sha256(text.subarray(0, start.length + written))
    if (hash[0] === wanted[0] && hash.every((word, index) => word === wanted[index])) return number
  }
  return undefined
}

/** The solution as ALTCHA's clients send it. */
export const payloadOf = ({ challenge, salt, signature }: Challenge, number: number): string =>
  btoa(JSON.stringify({ algorithm: 'SHA-256', challenge, number, salt, signature }))
