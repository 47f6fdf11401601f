// What a whole run said, answered and stored, and the secrets that must stand in none of it.
export class Evidence {
  said = []
  visitors = []
  answers = []
  rows = []
  #secrets = new Map()
  #keys = new Map()

  secret(what, value) {
    this.#secrets.set(value, { what, pattern: patternOf(value) })
  }

  /** An auth key is looked for by pieces, in each spelling that a careless line could print. */
  authKey(id, bytes) {
    this.#keys.set(id, bytes)
    for (const at of [0, 100, bytes.length - 27]) {
      const hex = bytes.subarray(at, at + 24).toString('hex')
      this.secret(`auth key ${id} in hex`, hex)
      this.secret(`auth key ${id} in capital hex`, hex.toUpperCase())
      for (const shift of [0, 1, 2]) {
        const piece = bytes.subarray(at + shift, at + shift + 24)
        this.secret(`auth key ${id} in base64`, piece.toString('base64'))
        this.secret(`auth key ${id} in base64url`, piece.toString('base64url'))
      }
    }
  }

  get authKeyCount() {
    return this.#keys.size
  }

  /** Auth keys that stand in the bytes as they are, also in part. */
  rawKeysIn(bytes) {
    return [...this.#keys].flatMap(([id, key]) =>
      [0, 64, 128, 192].some((at) => bytes.includes(key.subarray(at, at + 32))) ? [`auth key ${id} as bytes`] : [],
    )
  }

  /** Lines as careless code would write them, one for each secret. */
  planted() {
    return [...this.#secrets].map(([value, { what }]) => ({ what, text: `2026-01-01T00:00:00.123456Z sent "${value}", done` }))
  }

  /** The names of the secrets that stand in the text, each with what stands before it. */
  found(text, leaveOut = () => false) {
    return [...this.#secrets.values()]
      .filter(({ what }) => !leaveOut(what))
      .flatMap(({ what, pattern }) => {
        const hit = pattern.exec(text)
        return hit ? [`${what}, after: …${text.slice(Math.max(0, hit.index - 80), hit.index)}`] : []
      })
  }
}

/** Digits are only found as a whole number, or every time stamp would hold a login code. */
function patternOf(value) {
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return /^\d+$/.test(value) ? new RegExp(`(?<![\\d.])${escaped}(?!\\d)`) : new RegExp(escaped)
}
