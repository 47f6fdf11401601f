// The story, walked twice in one installation: at a desk in English, with a phone in Russian.
import assert from 'node:assert/strict'
import { App } from '../lib/app.js'
import { authKeys } from '../lib/authKeys.js'
import { openBrowser, picture, Visitor } from '../lib/browser.js'
import { Cabinet } from '../lib/cabinet.js'
import { allRows } from '../lib/database.js'
import { Sandbox } from '../lib/sandbox.js'
import { wordsOf } from '../lib/words.js'
import { again } from '../walk/again.js'
import { connect } from '../walk/connect.js'
import { enter } from '../walk/enter.js'
import { gallery, inEveryLook } from '../walk/gallery.js'
import { leave } from '../walk/leave.js'
import { firstLook, handsOnKeys, profile } from '../walk/looks.js'
import { confirm } from '../walk/mail.js'
import { desk, pocket, WRONG_CODE } from '../walk/people.js'
import { otherWays } from '../walk/otherWays.js'
import { publish } from '../walk/publish.js'

export async function story(suite, evidence) {
  const app = await App.prepare()
  const browser = await openBrowser()
  const sandbox = new Sandbox(app.sandboxUrl)
  const scenes = []
  try {
    await suite.step('an empty installation starts', async () => {
      const seconds = await app.start()
      console.log(`        (first start: ${seconds.toFixed(1)} s)`)
    })
    for (const person of [desk, pocket]) {
      console.log(`  ${person.name}, ${person.width} px, ${person.language}`)
      const visitor = await Visitor.enter(browser, { ...person, evidence })
      const scene = { app, sandbox, person, cabinet: new Cabinet(visitor, app.url, person.language) }
      scenes.push(scene)
      suite.onFailure = (fact) => traces(visitor.page, fact)
      await enter(suite, scene)
      await confirm(suite, scene)
      await connect(suite, scene)
      await otherWays(suite, scene)
      await publish(suite, scene)
      await leave(suite, scene)
      await quiet(suite, scene)
      evidence.secret(`${person.name}'s password`, person.password)
      evidence.secret(`${person.name}'s cloud password`, person.locked.password)
      evidence.secret(`${person.name}'s wrong cloud password`, person.locked.wrong)
      for (const phone of [person.plain.phone, person.locked.phone, person.expiring]) {
        evidence.secret('a phone number', phone)
        evidence.secret('a login code', await sandbox.code(phone))
      }
    }
    evidence.secret('a wrong login code', WRONG_CODE)
    console.log('  stop and start')
    await again(suite, scenes)
    console.log('  every page')
    await everyPage(suite, browser, scenes[0])
    for (const scene of scenes) await quiet(suite, scene)
  } finally {
    await collect(app, scenes, evidence).catch((error) => console.log(`  (evidence: ${error.message})`))
    await browser.close()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

/** What a failure leaves behind: a picture, and what the server says of the accounts. */
async function traces(page, fact) {
  await picture(page, `failed-${fact.slice(0, 40).replace(/\W+/g, '-')}`)
  const states = await page.evaluate(async () => {
    const { items } = await (await fetch('/api/v1/telegram/accounts')).json()
    return items.map(({ name, state, stateReason }) => [name, state, stateReason].filter(Boolean).join(' '))
  })
  console.log(`          the server says: ${states.join(', ') || 'no accounts'}; the page is ${page.url()}`)
}

const quiet = (suite, { cabinet, person }) =>
  suite.test(`${person.name}: the browser's console is clean, nothing was blocked by the policy`, async () =>
    assert.deepEqual(cabinet.visitor.takeFaults(), []))

async function everyPage(suite, browser, { app, cabinet, person, sandbox }) {
  const say = { en: wordsOf('en'), ru: wordsOf('ru') }
  const heading = (name) => (page, text) => page.getByRole('heading', { level: 1, name: text(name) }).waitFor()
  const stranger = await Visitor.enter(browser, { width: 1280, language: 'en' })
  await stranger.page.goto(`${app.url}/login`)
  await gallery(suite, stranger.page, [
    { name: 'login', path: `${app.url}/login`, ready: heading('auth:login.title') },
    { name: 'register', path: `${app.url}/register`, ready: (page, text) => page.getByText(text('auth:captcha.done')).waitFor() },
    { name: 'forgot-password', path: `${app.url}/forgot-password`, ready: heading('access:forgot.title') },
  ], say)
  await stranger.close()
  await firstLook(suite, browser, app)

  const list = (name) => async (page, text) => page.getByRole('list', { name: text(name) }).first().waitFor()
  const login = await cabinet.page.evaluate(async (phone) => {
    const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1]
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }
    const response = await fetch('/api/v1/telegram/connect', { method: 'POST', headers, body: JSON.stringify({ phoneNumber: phone }) })
    return response.json()
  }, person.expiring)
  await gallery(suite, cabinet.page, [
    { name: 'dashboard', path: `${app.url}/dashboard`, ready: list('dashboard:latest') },
    { name: 'accounts', path: `${app.url}/accounts`, ready: list('accounts:title') },
    { name: 'connect', path: `${app.url}/accounts/connect`, ready: (page, text) => page.getByText(text('connect:sandbox.title')).waitFor() },
    { name: 'code', path: `${app.url}/accounts/connect?login=${login.id}`, ready: (page, text) => page.getByLabel(text('connect:code.label')).waitFor() },
    { name: 'channels', path: `${app.url}/channels`, ready: list('channels:title') },
    { name: 'publish', path: `${app.url}/publish`, ready: list('publish:latest') },
    { name: 'journal', path: `${app.url}/journal`, ready: (page) => page.getByRole('row').nth(3).waitFor() },
    { name: 'settings', path: `${app.url}/settings/profile`, ready: (page, text) => page.getByRole('combobox', { name: text('settings:zone.name') }).waitFor() },
    { name: 'accounts-of-all', path: `${app.url}/accounts?scope=all`, ready: list('accounts:everybody.title') },
    { name: 'not-found', path: `${app.url}/no/such/page`, ready: heading('common:notFound.title') },
  ], say)
  await handsOnKeys(suite, { cabinet })
  await profile(suite, browser, { app, cabinet, person })
  await thePhone(suite, browser, { person, sandbox })
}

async function thePhone(suite, browser, { person, sandbox }) {
  await suite.test('the phone: nothing grave for axe, nothing sideways, in both themes, languages and widths', async () => {
    for (const language of ['en', 'ru']) {
      const visitor = await Visitor.enter(browser, { width: 1280, language })
      await visitor.page.goto(`${sandbox.url}/#${person.plain.phone}/channel-${person.channel.id}`)
      await visitor.page.getByRole('log').getByText(person.pieces[0].text).waitFor()
      await inEveryLook(visitor.page, 'the-phone', language)
      assert.deepEqual(visitor.takeFaults(), [])
      await visitor.close()
    }
  })
}

/** What the suite `secrets` looks through. */
async function collect(app, scenes, evidence) {
  for (const { cabinet } of scenes) {
    for (const { name, value } of await cabinet.visitor.context.cookies()) {
      if (/access|refresh/.test(name)) evidence.secret(`cookie ${name}`, value)
    }
  }
  for (const { id, bytes } of await authKeys(app)) evidence.authKey(id, bytes)
  evidence.rows.push(...(await allRows(app)))
  evidence.said.push(app.said())
}
