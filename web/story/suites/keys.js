// A key of a program: made in the cabinet, used, gone within a second; and the audit trail that tells of it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { App } from '../lib/app.js'
import { accessible, fits, openBrowser, picture, Visitor } from '../lib/browser.js'
import { Cabinet } from '../lib/cabinet.js'
import { allRows } from '../lib/database.js'
import { expectCount, expectText } from '../lib/expect.js'
import { eventually } from '../lib/suite.js'

/** The first member is admin. */
const admin = { name: 'desk', width: 1280, language: 'en', theme: 'light', email: 'nina.keys@example.org', password: 'a-lighthouse-and-its-keeper' }
const user = { name: 'phone', width: 390, language: 'ru', theme: 'dark', email: 'oleg.keys@example.org', password: 'маяк-и-его-смотритель' }
const ROBOT = 'Nightly export'

export async function keys(suite, evidence) {
  const app = await App.prepare()
  const browser = await openBrowser()
  try {
    await suite.step('an empty installation starts', () => app.start())
    for (const person of [admin, user]) {
      evidence.secret(`${person.name}'s password`, person.password)
      const visitor = await Visitor.enter(browser, { ...person, evidence })
      const cabinet = new Cabinet(visitor, app.url, person.language)
      suite.onFailure = (fact) => picture(visitor.page, `failed-${fact.slice(0, 40).replace(/\W+/g, '-')}`)
      const looks = (name) => judged(cabinet, `${name}-${person.name}`)
      console.log(`  ${person.name}, ${person.width} px, ${person.language}`)
      await keyOf(suite, { app, cabinet, evidence, person, looks })
      await (person === admin ? changeKey(suite, { cabinet, looks }) : noAudit(suite, { cabinet }))
      if (person === admin) await audit(suite, { cabinet, looks })
      await suite.test(`${person.name}: the browser's console is clean, nothing was blocked by the policy`, async () =>
        assert.deepEqual(visitor.takeFaults(), []))
      await visitor.close()
    }
    await suite.test('the audit is read on a phone too', () => pocketAudit({ app, browser, evidence }))
  } finally {
    evidence.rows.push(...(await allRows(app).catch(() => [])))
    evidence.said.push(app.said())
    await browser.close()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

async function keyOf(suite, { app, cabinet, evidence, person, looks }) {
  const { page } = cabinet
  const list = page.getByRole('list', { name: cabinet.say('apiKeys:title') }).getByRole('listitem')
  let key

  await suite.step('who has no key is told what one is for, and how it is used', async () => {
    await register(cabinet, person)
    await cabinet.go('/settings/api-keys')
    await cabinet.sees('apiKeys:empty')
    await looks('api-keys-none')
  })

  await suite.step('a key is made with a name and what it may do, and is shown once', async () => {
    await cabinet.button('apiKeys:make').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: cabinet.say('apiKeys:name') }).fill(ROBOT)
    await expectCount(dialog.getByRole('checkbox'), person === admin ? 4 : 3)
    await looks('api-key-wish')
    await cabinet.button('apiKeys:act').click()
    const shown = page.getByLabel(cabinet.say('apiKeys:key'), { exact: true })
    await shown.waitFor()
    key = await shown.textContent()
    evidence.secret(`${person.name}'s API key`, key)
    assert.match(key, /^cfk_[0-9A-Za-z]{49}$/)
    await looks('api-key-once')
    await cabinet.button('apiKeys:done').click()
    await expectCount(list, 1)
    await expectText(list, cabinet.say('apiKeys:neverUsed'))
  })

  const ask = async (method, path) => {
    const response = await fetch(app.url + path, { method, headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }, ...(method === 'POST' && { body: '{}' }) })
    const body = await response.text()
    evidence.answers.push({ url: app.url + path, method, status: response.status, type: response.headers.get('content-type') ?? '', body })
    return { status: response.status, json: JSON.parse(body) }
  }

  await suite.step('a program acts by it, within what it is for', async () => {
    const me = await ask('GET', '/api/auth/me')
    assert.equal(me.json.email, person.email)
    const beyond = await ask('POST', '/api/v1/telegram/messages')
    assert.equal(beyond.status, 403)
    assert.equal(beyond.json.code, 'api-key-scope-missing')
    assert.equal(beyond.json.scope, 'publish')
  })

  await suite.step('its member sees when and from where it was used', async () => {
    await page.reload()
    await expectText(list, cabinet.say('apiKeys:used'))
    await expectText(list, '127.0.0.1')
    await looks('api-keys')
  })

  await suite.step('deleted, it is refused within a second', async () => {
    await cabinet.button('apiKeys:deleteOne', { name: ROBOT }).click()
    await looks('api-key-delete')
    await cabinet.button('apiKeys:delete').click()
    await cabinet.sees('apiKeys:empty')
    await eventually(async () => (await ask('GET', '/api/auth/me')).json.code === 'api-key-invalid', 'the deleted key is refused', 1_000)
  })
}

async function audit(suite, { cabinet, looks }) {
  const { page } = cabinet

  await suite.step('an admin opens the audit and finds the act', async () => {
    await cabinet.visit('audit')
    await expectText(cabinet.rows().filter({ hasText: cabinet.say('audit:action.api-key.delete') }), '127.0.0.1')
    await looks('audit')
  })

  await suite.step('the filter stands in the address, and leaves what it says', async () => {
    await page.getByRole('combobox', { name: cabinet.say('audit:actionLabel') }).click()
    await page.getByRole('option', { name: cabinet.say('audit:action.api-key.create'), exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('action') === 'api-key.create')
    await expectCount(cabinet.rows(), 2) // with the titles
    await page.getByRole('row').last().getByText(cabinet.say('audit:details'), { exact: true }).click()
    await expectText(page.getByRole('row').last(), ROBOT)
    await looks('audit-filtered')
  })

  await suite.test('what the filter leaves is had as a CSV file, without the key', async () => {
    const downloaded = page.waitForEvent('download')
    await cabinet.button('audit:export').click()
    const download = await downloaded
    assert.equal(download.suggestedFilename(), 'audit.csv')
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n')
    assert.equal(lines[0], '\ufeffat,id,action,outcome,member_id,member,address,details')
    assert.equal(lines.length, 3)
    assert.match(lines[1], /,api-key\.create,OK,.*Nightly export/)
    assert.doesNotMatch(lines[1], /cfk_/)
  })
}

async function changeKey(suite, { cabinet, looks }) {
  const { page } = cabinet
  const card = page.getByRole('region', { name: cabinet.say('dashboard:keys.title') })

  await suite.step('an admin changes the encryption key, and everything goes on', async () => {
    await cabinet.go('/dashboard')
    await expectText(card, cabinet.say('dashboard:keys.version', { version: 1 }))
    await card.getByRole('button', { name: cabinet.say('dashboard:keys.rotate') }).click()
    await looks('key-ask')
    await page.getByRole('dialog').getByRole('button', { name: cabinet.say('dashboard:keys.rotate') }).click()
    await expectText(card, cabinet.say('dashboard:keys.version', { version: 2 }))
    await card.getByText(cabinet.like('dashboard:keys.kept')).waitFor()
    await cabinet.closeToasts()
    await looks('key-changed')
    await page.reload()
    await expectText(card, cabinet.say('dashboard:keys.version', { version: 2 }))
  })
}

async function noAudit(suite, { cabinet }) {
  await suite.test('who is no admin has no way there, and is told so', async () => {
    await cabinet.go('/audit')
    await cabinet.seesProblem('not-allowed')
    await cabinet.openMenu()
    await expectCount(cabinet.link('shell:place.audit'), 0)
  })
}

async function pocketAudit({ app, browser, evidence }) {
  const visitor = await Visitor.enter(browser, { ...admin, width: user.width, language: user.language, theme: user.theme, evidence })
  const cabinet = new Cabinet(visitor, app.url, user.language)
  await cabinet.go('/login')
  await cabinet.field('auth:email').fill(admin.email)
  await cabinet.field('auth:password').fill(admin.password)
  await cabinet.button('auth:logIn').click()
  await cabinet.at('/dashboard')
  const card = cabinet.page.getByRole('region', { name: cabinet.say('dashboard:keys.title') })
  await expectText(card, cabinet.say('dashboard:keys.version', { version: 2 }))
  await card.scrollIntoViewIfNeeded()
  await judged(cabinet, 'key-phone')
  await cabinet.visit('audit')
  await cabinet.page.getByText(cabinet.say('audit:action.request.refused'), { exact: true }).first().waitFor()
  await judged(cabinet, 'audit-phone')
  assert.deepEqual(visitor.takeFaults(), [])
  await visitor.close()
}

async function judged({ page }, name) {
  await fits(page, name)
  await picture(page, name)
  await accessible(page, name)
}

async function register(cabinet, { email, password }) {
  await cabinet.go('/register')
  await cabinet.field('auth:email').fill(email)
  await cabinet.field('auth:password').fill(password)
  await cabinet.field('auth:confirmation').fill(password)
  await cabinet.button('auth:register').click()
  await cabinet.at('/dashboard')
}
