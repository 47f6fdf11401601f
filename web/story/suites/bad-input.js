// Whatever is sent to the real port: a 4xx with a code, and nothing has changed.
import assert from 'node:assert/strict'
import { Api } from '../lib/api.js'
import { App } from '../lib/app.js'
import { fingerprint, openDatabase } from '../lib/database.js'
import { parsed, rawRequest, requestOf } from '../lib/raw.js'
import { Sandbox } from '../lib/sandbox.js'
import { eventually } from '../lib/suite.js'
import { cookieSession, tableOf } from './bad-input-table.js'

const PHONE = '9996620001'
const OPEN_PHONE = '9996620003'

/** Short, so that an expired token is a real one that was waited for. */
const TOKEN_LIFE_SECONDS = 15

export async function badInput(suite, evidence) {
  const app = await App.prepare()
  const owner = new Api(app, evidence)
  const other = new Api(app, evidence)
  const early = new Api(app, evidence)
  let database
  try {
    await suite.step('the app starts', () => app.start({ 'user-service.access-token-life': `${TOKEN_LIFE_SECONDS}s` }))
    const things = {}
    await suite.step('there are two members, and one has an account, a channel, a delivery and an open login', async () => {
      await owner.register('owner@example.org')
      await early.register('early@example.org')
      await other.register('other@example.org')
      Object.assign(things, await belongings(owner, new Sandbox(app.sandboxUrl)))
      Object.assign(things, { owner, other, early, cookies: await cookieSession(app.ports.http) })
      database = await openDatabase(app)
    })
    const rows = things.cookies ? tableOf(things) : []
    for (const row of rows) {
      await suite.test(`${row.what}: ${row.code ?? row.status}`, () => refused(app, database, row, evidence))
    }
    await suite.test('it still works for who asks well', async () => {
      assert.equal((await fetch(`${app.url}/api/v1/health/ready`)).status, 200)
    })
    await suite.test('and nothing of it is in the log as an error', async () =>
      assert.deepEqual(app.said().split('\n').filter((line) => /"level":"ERROR"|^\d\d:\d\d:\d\d ERROR/.test(line)), []))
  } finally {
    evidence.said.push(app.said())
    await database?.end()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

async function belongings(api, sandbox) {
  const { id } = await api.post('/api/v1/telegram/connect', { phoneNumber: PHONE }, 201)
  const { accountId } = await api.post(`/api/v1/telegram/connect/${id}/code`, { code: await sandbox.code(PHONE) })
  const channel = await eventually(
    async () => (await api.get('/api/v1/telegram/channels')).items.find(({ canPost }) => canPost),
    'channels',
    30_000,
  )
  const post = { channelId: channel.id, text: 'Mine', entities: [] }
  const delivery = await api.post('/api/v1/telegram/messages', post, 201, { 'Idempotency-Key': 'mine' })
  await eventually(async () => {
    const { state, refusal } = await api.get(`/api/v1/telegram/messages/${delivery.id}`)
    if (state !== 'SENT') throw new Error(`the delivery is ${state} ${JSON.stringify(refusal ?? '')}`)
    return true
  }, 'sent', 30_000)
  const login = await api.post('/api/v1/telegram/connect', { phoneNumber: OPEN_PHONE }, 201)
  return { account: accountId, channel: channel.id, delivery: delivery.id, login: login.id }
}

/** Who asks is settled only now: a token that is to be good must not have run out meanwhile. */
async function headersOf({ headers: { as, ...plain } }) {
  return { ...plain, ...(as && { Authorization: await as() }) }
}

async function refused(app, database, row, evidence) {
  const request = row.bytes ?? requestOf({ ...row, headers: await headersOf(row) })
  const before = await fingerprint(database)
  const { status, headers, body } = parsed(await rawRequest(app.ports.http, request))
  const type = headers['content-type'] ?? ''
  evidence.answers.push({ url: `${app.url}/`, status, type, body })
  assert.ok(status >= 400 && status < 500, `status ${status}: ${body.slice(0, 300)}`)
  if (row.status) assert.equal(status, row.status, body.slice(0, 300))
  if (row.bare && body === '') return
  assert.match(type, /^application\/problem\+json/, `${status} ${body.slice(0, 300)}`)
  const problem = JSON.parse(body)
  assert.equal(problem.status, status)
  assert.ok(problem.code, 'no code')
  if (row.code) assert.equal(problem.code, row.code, body.slice(0, 300))
  assert.doesNotMatch(body, /Exception|\bat [a-z]+\.[a-z]+\.|postgres|org\.springframework/)
  assert.deepEqual(await fingerprint(database), before, 'something has changed')
}
