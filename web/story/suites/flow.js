// What became of what was sent: the journal, its file, the statistics, a flood wait with its timer, a login that Telegram ended.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Api } from '../lib/api.js'
import { App } from '../lib/app.js'
import { fits, openBrowser, picture, Visitor } from '../lib/browser.js'
import { Cabinet } from '../lib/cabinet.js'
import { allRows } from '../lib/database.js'
import { Sandbox } from '../lib/sandbox.js'
import { eventually } from '../lib/suite.js'
import { inEveryLook } from '../walk/gallery.js'

const PERSON = { email: 'flow@example.org', password: 'a-lantern-for-every-window' }
const PHONE = '9996610001'
const CHANNEL = '2100000001'

export async function flow(suite, evidence) {
  const app = await App.prepare()
  const browser = await openBrowser()
  const scene = { app, sandbox: new Sandbox(app.sandboxUrl), api: new Api(app, evidence), evidence }
  try {
    await suite.step('a member has an account, and a post that Telegram refused', () => begin(scene))
    await suite.step('the member signs in to the cabinet', () => signIn(scene, browser, evidence))
    await journal(suite, scene)
    await floodWait(suite, scene)
    await revoked(suite, scene)
    await suite.test('the console of the browser is clean', async () => assert.deepEqual(scene.cabinet.visitor.takeFaults(), []))
  } finally {
    evidence.rows.push(...(await allRows(app).catch(() => [])))
    evidence.said.push(app.said())
    await browser.close()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

async function begin(scene) {
  const { app, sandbox, api } = scene
  await app.start()
  await api.register(PERSON.email)
  const login = await api.post('/api/v1/telegram/connect', { phoneNumber: PHONE }, 201)
  const code = await sandbox.code(PHONE)
  scene.evidence.secret('a login code', code)
  const { accountId } = await api.post(`/api/v1/telegram/connect/${login.id}/code`, { code })
  scene.account = accountId
  scene.channel = await eventually(
    async () => (await api.get('/api/v1/telegram/channels')).items.find((one) => one.telegramId === CHANNEL && one.canPost),
    'the channel',
  )
  await sandbox.fault({ number: PHONE, method: 'messages.sendMessage', kind: 'RPC_ERROR', errorCode: 403, errorType: 'CHAT_WRITE_FORBIDDEN' })
  const { id } = await send(scene, 'refused on purpose')
  await eventually(async () => (await api.get(`/api/v1/telegram/messages/${id}`)).state === 'REFUSED', 'the refusal')
}

const send = ({ api, channel }, text) =>
  api.post('/api/v1/telegram/messages', { channelId: channel.id, text, entities: [] }, 201, { 'Idempotency-Key': text.replaceAll(' ', '-') })

async function signIn(scene, browser, evidence) {
  const visitor = await Visitor.enter(browser, { width: 1280, language: 'en', evidence })
  const cabinet = new Cabinet(visitor, scene.app.url, 'en')
  scene.cabinet = cabinet
  await cabinet.go('/login')
  await cabinet.field('auth:email').fill(PERSON.email)
  await cabinet.field('auth:password').fill(PERSON.password)
  await cabinet.button('auth:logIn').click()
  await cabinet.at('/dashboard')
}

/** The head of the table and so many lines less one; asked again, for a line of news lays the table out anew. */
const rows = (page, count) => eventually(async () => (await page.getByRole('row').count()) === count, `${count} rows`)

async function journal(suite, { cabinet }) {
  const { page } = cabinet

  await suite.step('the statistics name the error, and lead to its lines in the journal', async () => {
    await cabinet.visit('statistics')
    await cabinet.heading('statistics:title')
    await page.getByRole('link', { name: 'CHAT_WRITE_FORBIDDEN' }).waitFor()
    await inEveryLook(page, 'statistics', 'en')
    await page.setViewportSize({ width: 1280, height: 860 })
    await page.getByRole('link', { name: 'CHAT_WRITE_FORBIDDEN' }).click()
    await cabinet.at('/journal')
    await page.getByRole('cell', { name: /CHAT_WRITE_FORBIDDEN/ }).waitFor()
    await rows(page, 2)
  })

  await suite.test('one line leads to all that belongs to it', async () => {
    await page.getByRole('link', { name: cabinet.say('journal:kind.DELIVERY_REFUSED') }).click()
    await page.getByRole('link', { name: cabinet.say('journal:kind.DELIVERY_PLANNED') }).waitFor()
    await rows(page, 4)
  })

  await suite.test('the lines that are shown come as a file', async () => {
    const download = page.waitForEvent('download')
    await cabinet.button('journal:export').click()
    const text = readFileSync(await (await download).path(), 'utf8')
    assert.equal((await download).suggestedFilename(), 'journal.csv')
    const lines = text.trimEnd().split('\r\n')
    assert.equal(lines.length, 4)
    assert.match(lines[0], /^\uFEFFat,member_id,account_id,account,kind,peer,result,/)
    assert.match(lines[1], /,DELIVERY_REFUSED,.*,REFUSED,post-not-allowed,CHAT_WRITE_FORBIDDEN,/)
  })
}

const stateOf = async ({ api }, delivery) => (await api.get(`/api/v1/telegram/messages/${delivery}`)).state

async function floodWait(suite, scene) {
  const { cabinet, sandbox } = scene
  const { page } = cabinet
  let delivery

  await suite.step('a flood wait appears by itself, by account and method, and its timer runs', async () => {
    await cabinet.visit('statistics')
    await cabinet.sees('flood:none')
    await sandbox.fault({ number: PHONE, method: 'messages.sendMessage', kind: 'FLOOD_WAIT', seconds: 12 })
    delivery = (await send(scene, 'after the flood')).id
    const wait = page.getByRole('list', { name: cabinet.say('statistics:waits') }).getByRole('listitem')
    await wait.filter({ hasText: 'messages.sendMessage' }).waitFor()
    const left = async () => Number(/0:(\d\d)/.exec(await wait.innerText())?.[1])
    const first = await left()
    assert.ok(first > 0 && first <= 12, `the timer shows ${first}`)
    await eventually(async () => (await left()) < first, 'the timer runs')
    assert.equal(await stateOf(scene, delivery), 'PLANNED')
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      await fits(page, `flood wait, ${width} px`)
      await picture(page, `flood-wait-en-${width}`)
    }
  })

  await suite.step('at its end the method is free, and the post stands in the channel once', async () => {
    await page.getByText(cabinet.say('flood:free'), { exact: true }).waitFor()
    await eventually(async () => (await stateOf(scene, delivery)) === 'SENT', 'the post after the wait')
    const posts = (await sandbox.posts(CHANNEL)).filter(({ text }) => text === 'after the flood')
    assert.equal(posts.length, 1)
  })
}

async function revoked(suite, scene) {
  const { cabinet, sandbox, account } = scene
  const { page } = cabinet
  let delivery

  await suite.step('a session that Telegram has revoked asks for a new login, and its queue waits', async () => {
    await cabinet.visit('accounts')
    await sandbox.fault({ number: PHONE, method: 'messages.sendMessage', kind: 'RPC_ERROR', errorCode: 401, errorType: 'SESSION_REVOKED' })
    delivery = (await send(scene, 'after the revocation')).id
    await cabinet.sees('accounts:why.NEEDS_LOGIN')
    assert.equal(await stateOf(scene, delivery), 'PLANNED')
    await cabinet.link('accounts:logInAgain').click()
    await cabinet.at('/accounts/connect')
  })

  await suite.step('with the new login the queue goes on by itself', async () => {
    await cabinet.typePhone(PHONE)
    await cabinet.field('connect:code.label').waitFor()
    const code = await sandbox.code(PHONE)
    scene.evidence.secret('a login code', code)
    await cabinet.enterCode(code)
    await page.getByRole('heading', { name: cabinet.like('connect:done.title') }).waitFor()
    await eventually(async () => (await stateOf(scene, delivery)) === 'SENT', 'the post after the new login')
    assert.equal((await scene.api.get(`/api/v1/telegram/accounts/${account}`)).state, 'CONNECTED')
  })
}
