// Looks through what the suites before have left: nothing secret may stand in it.
import assert from 'node:assert/strict'

/** Sealed values are `Keyring` ciphertexts: Tink's prefix byte, a key id, a nonce, the rest random. */
const SEALED = /_sealed$/
const TINK_PREFIX = 1
const LEAST_OVERHEAD = 5 + 12 + 16

/** Answers that hand tokens out, to whoever asked for them. */
const TOKENS = /\/api\/auth\/(login|refresh)$/
/** Answers that show what is shown once, to whom it belongs: a new authenticator's secret, the new recovery codes, a new API key, a link to invite by. */
const SHOWN_ONCE = /\/api\/(auth\/(totp(\/confirm)?|recovery-codes|api-keys)|v1\/invitations)$/
/** In sandbox mode the cabinet is told the sandbox's numbers, to offer them. */
const OFFERED = /\/api\/v1\/telegram\/mode$/

export async function secrets(suite, evidence) {
  const answers = evidence.visitors.flatMap((visitor) => visitor.answers).concat(evidence.answers)
  const ours = answers.filter(({ url }) => !url.includes('/api/sandbox'))

  await suite.test('there is something to look through and something to look for', async () => {
    assert.ok(evidence.said.join('').length > 1000, 'no console output')
    assert.ok(ours.length > 50, `only ${ours.length} answers`)
    assert.ok(ours.some(({ type }) => type.includes('problem+json')), 'no problem document')
    assert.ok(evidence.rows.length > 100, `only ${evidence.rows.length} stored values`)
    assert.ok(evidence.authKeyCount >= 2, 'no auth keys')
  })

  await suite.test('a secret that is planted is found, in each spelling', async () => {
    const missed = evidence.planted().filter(({ text, what }) => evidence.found(text).every((hit) => !hit.startsWith(what)))
    assert.deepEqual(missed, [])
  })

  await suite.test('console and log files hold no key, password, token, code or full number', async () => {
    assert.deepEqual(evidence.said.flatMap((text) => evidence.found(text)), [])
  })

  await suite.test('no problem document holds one', async () => {
    const problems = ours.filter(({ type }) => type.includes('problem+json'))
    assert.deepEqual(problems.flatMap(({ url, body }) => evidence.found(body).map((hit) => `${url}: ${hit}`)), [])
  })

  await suite.test('no other answer holds one, but for what belongs to its owner and the numbers that the sandbox offers', async () => {
    const hits = ours.flatMap(({ url, body }) => {
      const path = new URL(url).pathname
      if (TOKENS.test(path)) return []
      const leaveOut = (what) =>
        (OFFERED.test(path) && what === 'a phone number') || (SHOWN_ONCE.test(path) && /(TOTP secret|recovery code|API key|invitation's token)$/.test(what))
      return evidence.found(body, leaveOut).map((hit) => `${path}: ${hit}`)
    })
    assert.deepEqual(hits, [])
  })

  await suite.test('no row of the database holds one, as text, as bytes or inside a JSON column', async () => {
    const hits = evidence.rows.flatMap(({ table, column, text, bytes }) =>
      [...evidence.found(text), ...(bytes ? evidence.rawKeysIn(bytes) : [])].map((hit) => `${table}.${column}: ${hit}`),
    )
    assert.deepEqual(hits, [])
  })

  await suite.test('what must be kept is sealed: every login of an account is a ciphertext of its own', async () => {
    const sealed = evidence.rows.filter(({ column }) => SEALED.test(column))
    assert.ok(sealed.some(({ table, column }) => table === 'integration.telegram_sessions' && column === 'stored_login_sealed'))
    for (const { table, column, bytes } of sealed) {
      assert.equal(bytes[0], TINK_PREFIX, `${table}.${column} is not sealed`)
      assert.ok(bytes.length > LEAST_OVERHEAD, `${table}.${column} is too short to be sealed`)
    }
    assert.equal(new Set(sealed.map(({ bytes }) => bytes.toString('hex'))).size, sealed.length)
  })
}
