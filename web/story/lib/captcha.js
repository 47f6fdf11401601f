// Solves a challenge of ALTCHA, as a program without our page would.
import { createHash } from 'node:crypto'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

export function solve({ challenge, salt, signature, maxnumber }) {
  for (let number = 0; number <= maxnumber; number++) {
    if (sha256(salt + number) !== challenge) continue
    return Buffer.from(JSON.stringify({ algorithm: 'SHA-256', challenge, number, salt, signature })).toString('base64')
  }
  throw new Error('the challenge has no solution')
}

/** A solved challenge of the server at this address; it counts once. */
export const captcha = async (url) => solve(await (await fetch(`${url}/api/auth/captcha`)).json())
