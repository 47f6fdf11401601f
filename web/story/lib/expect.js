import assert from 'node:assert/strict'

const PATIENCE_MILLIS = 20_000

/** Waits until an element shows the text; says what it showed instead. */
export async function expectText(locator, text, patienceMillis = PATIENCE_MILLIS) {
  const end = Date.now() + patienceMillis
  let shown
  do {
    shown = await locator.first().innerText({ timeout: 2000 }).catch(() => undefined)
    if (shown !== undefined && (text instanceof RegExp ? text.test(shown) : shown.includes(text))) return shown
    await new Promise((done) => setTimeout(done, 50))
  } while (Date.now() < end)
  return assert.fail(`shows ${JSON.stringify(shown)} instead of ${text}`)
}

/** Waits until the number of elements is right. */
export async function expectCount(locator, count, patienceMillis = PATIENCE_MILLIS) {
  const end = Date.now() + patienceMillis
  let found
  do {
    found = await locator.count()
    if (found === count) return
    await new Promise((done) => setTimeout(done, 50))
  } while (Date.now() < end)
  assert.equal(found, count)
}
