// kill -9 of the whole process at the two worst moments.
import assert from 'node:assert/strict'
import { Api } from '../lib/api.js'
import { App } from '../lib/app.js'
import { authKeys, keysOf } from '../lib/authKeys.js'
import { allRows } from '../lib/database.js'
import { Sandbox } from '../lib/sandbox.js'
import { eventually } from '../lib/suite.js'

const PHONE = '9996610001'
const LOCKED = { phone: '9996630001', password: 'sandbox-0001' }
const CHANNEL = '2100000001'

/** How the answer to a sent message is lost: Telegram has the post, or has it not. */
const LOSSES = [
  ['the answer is lost after Telegram has the post', 'DROP_ANSWER', 1],
  ['Telegram never got to the post', 'STALL', 0],
]

export async function crash(suite, evidence) {
  const app = await App.prepare()
  const sandbox = new Sandbox(app.sandboxUrl)
  const api = new Api(app, evidence)
  try {
    await suite.step('the app starts', () => app.start())
    await suite.step('a member registers', () => api.register('crash@example.org'))
    await betweenCodeAndSignIn(suite, { app, sandbox, api })
    await betweenCodeAndPassword(suite, { app, sandbox, api })
    for (const loss of LOSSES) await betweenWriteAndAnswer(suite, { app, sandbox, api }, loss)
  } finally {
    for (const { id, bytes } of await authKeys(app).catch(() => [])) evidence.authKey(id, bytes)
    evidence.rows.push(...(await allRows(app).catch(() => [])))
    evidence.said.push(app.said())
    await app.stop().catch(() => {})
    app.abandon()
  }
}

async function killAndStart(app) {
  const left = app.databasePid()
  await app.kill()
  assert.doesNotThrow(() => process.kill(left, 0), 'the database server died with the process: nothing was left to take over')
  await app.start()
  assert.notEqual(app.databasePid(), left, 'the server left behind was not taken over')
  assert.throws(() => process.kill(left, 0), 'two database servers are running')
}

async function betweenCodeAndSignIn(suite, { app, sandbox, api }) {
  let login
  let before

  await suite.step('killed between the code and the sign-in, it starts again and takes the database over', async () => {
    login = await api.post('/api/v1/telegram/connect', { phoneNumber: PHONE }, 201)
    before = await authKeys(app)
    await killAndStart(app)
  })

  await suite.step('the login is still open, and the same code goes on with it', async () => {
    const open = await api.get('/api/v1/telegram/connect')
    assert.deepEqual(open.items.map(({ id, step }) => ({ id, step })), [{ id: login.id, step: 'CODE_SENT' }])
    const done = await api.post(`/api/v1/telegram/connect/${login.id}/code`, { code: await sandbox.code(PHONE) })
    assert.equal(done.step, 'SIGNED_IN')
    await connected(api, done.accountId)
  })

  await suite.test('with the auth key that asked for the code', async () => {
    const after = await authKeys(app)
    const signedIn = keysOf(after, (await sandbox.number(PHONE)).id)
    assert.equal(signedIn.length, 1)
    assert.ok(before.some(({ id, bytes }) => id === signedIn[0].id && bytes.equals(signedIn[0].bytes)), 'a new key signed in')
    assert.deepEqual(after.map(({ id }) => id).sort(), before.map(({ id }) => id).sort())
  })
}

async function betweenCodeAndPassword(suite, { app, sandbox, api }) {
  await suite.step('killed between the code and the cloud password, the login goes on with the same auth key', async () => {
    const { id } = await api.post('/api/v1/telegram/connect', { phoneNumber: LOCKED.phone }, 201)
    const half = await api.post(`/api/v1/telegram/connect/${id}/code`, { code: await sandbox.code(LOCKED.phone) })
    assert.equal(half.step, 'PASSWORD_NEEDED')
    const person = (await sandbox.number(LOCKED.phone)).id
    const owing = (await authKeys(app)).filter(({ owes }) => owes === person).map((key) => key.id)
    assert.equal(owing.length, 1)
    await killAndStart(app)
    const done = await api.post(`/api/v1/telegram/connect/${id}/password`, { password: LOCKED.password })
    assert.equal(done.step, 'SIGNED_IN')
    await connected(api, done.accountId)
    assert.deepEqual(keysOf(await authKeys(app), person).map((key) => key.id), owing)
  })
}

async function betweenWriteAndAnswer(suite, { app, sandbox, api }, [fact, kind, there]) {
  await suite.step(`killed between the write of a delivery and its answer (${fact}): sent once, with its number`, async () => {
    const text = `Exactly once, ${kind}`
    const written = async () => (await sandbox.posts(CHANNEL)).filter((post) => post.text === text)
    await eventually(async () => (await api.get('/api/v1/telegram/channels')).items.some(({ canPost }) => canPost), 'channels')
    const channel = (await api.get('/api/v1/telegram/channels')).items.find((one) => one.telegramId.includes(CHANNEL) && one.canPost)
    await sandbox.fault({ number: PHONE, method: 'messages.sendMessage', kind })
    const delivery = await api.post('/api/v1/telegram/messages', { channelId: channel.id, text, entities: [] }, 201, { 'Idempotency-Key': kind })
    await eventually(async () => (await sandbox.faults()).length === 0, 'the message at Telegram')
    assert.equal((await written()).length, there)
    assert.equal((await api.get(`/api/v1/telegram/messages/${delivery.id}`)).state, 'SENDING')
    await killAndStart(app)
    const sent = await eventually(async () => {
      const now = await api.get(`/api/v1/telegram/messages/${delivery.id}`)
      return now.state === 'SENT' && now
    }, 'the delivery is sent', 60_000)
    const posts = await written()
    assert.equal(posts.length, 1)
    assert.equal(sent.messageNumber, posts[0].number)
    assert.match(sent.link, new RegExp(`/${posts[0].number}$`))
    const again = await api.post('/api/v1/telegram/messages', { channelId: channel.id, text, entities: [] }, 200, { 'Idempotency-Key': kind })
    assert.equal(again.id, delivery.id)
  })
}

const connected = (api, account) =>
  eventually(async () => (await api.get(`/api/v1/telegram/accounts/${account}`)).state === 'CONNECTED', 'the account is connected', 30_000)
