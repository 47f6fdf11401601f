// How a suite of the cabinet opens: an installation of its own, and one person after the other at a desk and with a phone.
import assert from 'node:assert/strict'
import { Api } from './api.js'
import { App } from './app.js'
import { openBrowser, picture, Visitor } from './browser.js'
import { Cabinet } from './cabinet.js'
import { allRows } from './database.js'
import { Sandbox } from './sandbox.js'
import { eventually } from './suite.js'

/** The one that `Api` registers with. */
const PASSWORD = 'a-lantern-for-every-window'

/** Walks as each person, and leaves what was said, answered and stored as evidence. */
export async function eachPerson(suite, evidence, people, walk, variables = {}) {
  const app = await App.prepare()
  const browser = await openBrowser()
  const sandbox = new Sandbox(app.sandboxUrl)
  try {
    await suite.step('an empty installation starts', () => app.start({}, variables))
    for (const person of people) {
      console.log(`  ${person.name}, ${person.width} px, ${person.language}`)
      const visitor = await Visitor.enter(browser, { ...person, evidence })
      const cabinet = new Cabinet(visitor, app.url, person.language)
      suite.onFailure = (fact) => picture(visitor.page, `failed-${fact.slice(0, 40).replace(/\W+/g, '-')}`)
      await walk(suite, { app, sandbox, evidence, person, cabinet })
      await suite.test(`${person.name}: the browser's console is clean, nothing was blocked by the policy`, async () =>
        assert.deepEqual(visitor.takeFaults(), []))
      await visitor.close()
    }
  } finally {
    evidence.rows.push(...(await allRows(app).catch(() => [])))
    evidence.said.push(app.said())
    await browser.close()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

/** The person is registered, and signs in on the screen. */
export async function enters({ app, cabinet, person, evidence }) {
  const api = new Api(app, evidence)
  await api.register(person.email)
  await cabinet.go('/login')
  await cabinet.field('auth:email').fill(person.email)
  await cabinet.field('auth:password').fill(PASSWORD)
  await cabinet.button('auth:logIn').click()
  await cabinet.at('/dashboard')
  return api
}

/** Connects a number, and waits until it may post in the channel with this number. */
export async function publisher(scene, phone, channel) {
  const { evidence, sandbox } = scene
  const api = await enters(scene)
  const login = await api.post('/api/v1/telegram/connect', { phoneNumber: phone }, 201)
  const code = await sandbox.code(phone)
  evidence.secret('a login code', code)
  await api.post(`/api/v1/telegram/connect/${login.id}/code`, { code })
  await eventually(
    async () => (await api.get('/api/v1/telegram/channels')).items.find((one) => one.telegramId === channel && one.canPost),
    'the channel',
  )
  return api
}
