// SHA-256 (FIPS 180-4) in plain numbers. `crypto.subtle` answers one digest at a time and asynchronously, which
// makes a search twenty times slower, and is missing without a secure context (plain http in a local network).
const primes = (count: number): number[] => {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 0x1_0000_0000)
const K = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))
const START = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)))
const BLOCK = 64
const schedule = new Uint32Array(BLOCK)

const turn = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits))

function compress(hash: Uint32Array, view: DataView, offset: number) {
  const w = schedule
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(offset + i * 4)
  for (let i = 16; i < BLOCK; i++) {
    const a = w[i - 15]!
    const b = w[i - 2]!
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < BLOCK; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const sums = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) hash[i]! += sums[i]!
}

/** The eight words of the digest. */
export function sha256(text: Uint8Array): Uint32Array {
  const length = (((text.length + 8) >> 6) + 1) * BLOCK
  const padded = new Uint8Array(length)
  padded.set(text)
  padded[text.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 8, Math.floor(text.length / 0x2000_0000))
  view.setUint32(length - 4, text.length << 3)
  const hash = START.slice()
  for (let offset = 0; offset < length; offset += BLOCK) compress(hash, view, offset)
  return hash
}
