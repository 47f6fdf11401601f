import { expect, test } from 'vitest'
import { findNumber, payloadOf } from './proofOfWork'
import { sha256 } from './sha256'

const hex = (hash: Uint32Array) => [...hash].map((word) => word.toString(16).padStart(8, '0')).join('')
const platforms = async (text: string) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

test.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000])('a text of %i bytes hashes as elsewhere', async (length) => {
  const text = 'aé'.repeat(length).slice(0, length)
  expect(hex(sha256(new TextEncoder().encode(text)))).toBe(await platforms(text))
})

const challengeFor = async (number: number, maxnumber: number) => ({
  algorithm: 'SHA-256',
  challenge: await platforms(`0a1b?expires=1893499200&${number}`),
  salt: '0a1b?expires=1893499200&',
  signature: 'signed',
  maxnumber,
})

test.each([0, 7, 4999, 5000])('the number %i is found', async (number) => {
  expect(findNumber(await challengeFor(number, 5000))).toBe(number)
})

test('what is not among the numbers is not found', async () => {
  expect(findNumber(await challengeFor(5001, 5000))).toBeUndefined()
})

test('the payload is what a server of ALTCHA reads', async () => {
  const challenge = await challengeFor(7, 10)
  expect(JSON.parse(atob(payloadOf(challenge, 7)))).toEqual({
    algorithm: 'SHA-256',
    challenge: challenge.challenge,
    number: 7,
    salt: challenge.salt,
    signature: 'signed',
  })
})
