// The smallest test runner that a story needs: tests run in order, and what follows a failed step
// that it stands on fails at once instead of waiting for things that will never come.
/** Only what hangs comes here; every wait inside a test has a shorter patience of its own. */
const LIMIT_MILLIS = 200_000

export class Suite {
  passed = 0
  failed = 0
  /** Called after a failure, to keep what can be seen of it. */
  onFailure
  #broken

  /** A test that others do not stand on. */
  async test(fact, act, limit = LIMIT_MILLIS) {
    if (this.#broken) return this.#skip(fact)
    return this.#run(fact, act, limit)
  }

  /** A step of a walk: when it fails, the rest of the suite cannot be walked. */
  async step(fact, act, limit = LIMIT_MILLIS) {
    if (this.#broken) return this.#skip(fact)
    const well = await this.#run(fact, act, limit)
    if (!well) this.#broken = fact
    return well
  }

  async #run(fact, act, limit) {
    const begin = Date.now()
    let timer
    const tooLong = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done after ${limit / 1000} s`)), limit)
    })
    try {
      await Promise.race([act(), tooLong])
      this.passed++
      console.log(`  ok    ${fact} (${Date.now() - begin} ms)`)
      return true
    } catch (error) {
      this.#fail(fact, error)
      await this.onFailure?.(fact).catch(() => {})
      return false
    } finally {
      clearTimeout(timer)
    }
  }

  #skip(fact) {
    this.failed++
    console.log(`  FAIL  ${fact} (not tried)`)
    return false
  }

  #fail(fact, error) {
    this.failed++
    const text = String(error?.stack ?? error).split('\n').slice(0, 30).join('\n          ')
    console.log(`  FAIL  ${fact}\n          ${text}`)
  }
}

/** Asks again until the answer is there; only for what nothing reports by itself. */
export async function eventually(ask, what, patienceMillis = 20_000) {
  const end = Date.now() + patienceMillis
  let last
  for (;;) {
    try {
      const found = await ask()
      if (found) return found
      last = undefined
    } catch (error) {
      last = error
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${patienceMillis / 1000} s${last ? ` (${last.message})` : ''}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}
