// Signing in beyond the password: an app's codes, a passkey, and ending a session elsewhere.
import assert from 'node:assert/strict'
import { App } from '../lib/app.js'
import { codeOf, plugInPasskeys } from '../lib/authenticator.js'
import { accessible, fits, openBrowser, picture, Visitor } from '../lib/browser.js'
import { Cabinet } from '../lib/cabinet.js'
import { expectCount } from '../lib/expect.js'
import { eventually } from '../lib/suite.js'

const people = [
  { name: 'desk', width: 1280, language: 'en', theme: 'light', email: 'vera.desk@example.org', password: 'a-lighthouse-with-two-keys' },
  { name: 'phone', width: 390, language: 'ru', theme: 'dark', email: 'timur.phone@example.org', password: 'маяк-и-два-разных-ключа' },
]

/** The browser tells of the answer to the wrong code, a field's problem, which the story provokes. */
const WRONG_CODE = /status of 400 .*\/api\/auth\/totp\/confirm/

export async function signIn(suite, evidence) {
  const app = await App.prepare()
  const browser = await openBrowser()
  try {
    await suite.step('an empty installation starts', () => app.start())
    for (const person of people) {
      console.log(`  ${person.name}, ${person.width} px, ${person.language}`)
      const visitor = await Visitor.enter(browser, { ...person, evidence })
      const cabinet = new Cabinet(visitor, app.url, person.language)
      suite.onFailure = (fact) => picture(visitor.page, `failed-${fact.slice(0, 40).replace(/\W+/g, '-')}`)
      evidence.secret(`${person.name}'s password`, person.password)
      await walk(suite, { app, browser, evidence, person, cabinet })
      await suite.test(`${person.name}: the browser's console is clean, nothing was blocked by the policy`, async () =>
        assert.deepEqual(visitor.takeFaults().filter((fault) => !WRONG_CODE.test(fault)), []))
    }
  } finally {
    evidence.said.push(app.said())
    await browser.close()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

async function walk(suite, scene) {
  const { cabinet, person, evidence } = scene
  const looks = (name) => judged(cabinet, `${name}-${person.name}`)
  let secret
  let recoveryCodes

  await suite.step('a new person registers and opens Settings → Security', async () => {
    await register(cabinet, person)
    await cabinet.go('/settings/security')
    await cabinet.sees('security:passkeys.none')
    await looks('security')
  })

  await suite.step('an authenticator app is set up by its secret and confirmed by its code', async () => {
    await cabinet.button('security:totp.begin').click()
    const shown = cabinet.page.getByLabel(cabinet.say('security:setUp.secret'), { exact: true })
    secret = await shown.textContent()
    evidence.secret(`${person.name}'s TOTP secret`, secret.replace(/\s/g, ''))
    await looks('totp')
    await cabinet.field('security:setUp.code').fill('12')
    await cabinet.button('security:setUp.confirm').click()
    await cabinet.sees('security:setUp.format')
    await cabinet.field('security:setUp.code').fill(codeOf(secret))
    await cabinet.button('security:setUp.confirm').click()
    const codes = cabinet.page.getByRole('list', { name: cabinet.say('security:codes.title') })
    await codes.waitFor()
    recoveryCodes = await codes.getByRole('listitem').allTextContents()
    assert.equal(recoveryCodes.length, 10)
    recoveryCodes.forEach((code) => evidence.secret(`${person.name}'s recovery code`, code))
    await looks('recovery-codes')
    await cabinet.button('security:codes.done').click()
    await cabinet.sees('security:totp.on')
  })

  await suite.step('after the password the login asks for a code, and takes the right one only', async () => {
    await logOut(cabinet)
    await password(cabinet, person)
    const code = cabinet.field('auth:second.code.label')
    await code.fill('000000')
    await looks('second-step')
    await cabinet.button('auth:second.confirm').click()
    await cabinet.seesProblem('second-factor-invalid')
    await code.fill(codeOf(secret, 1)) // the one of now has been used
    await cabinet.button('auth:second.confirm').click()
    await cabinet.at('/dashboard')
  })

  await suite.step('a passkey is added, and opens the cabinet without e-mail and password', async () => {
    await plugInPasskeys(cabinet.page)
    await cabinet.go('/settings/security')
    await cabinet.button('security:passkeys.add').click()
    await cabinet.page.getByRole('list', { name: cabinet.say('security:passkeys.title') }).getByRole('listitem').waitFor()
    await looks('passkeys')
    await logOut(cabinet)
    await cabinet.button('auth:passkey.signIn').click()
    await cabinet.at('/dashboard')
  })

  await suite.step('a second device enters with a recovery code; ended from the first, it is out', () =>
    elsewhere(scene, recoveryCodes[0], looks))
}

async function elsewhere({ browser, app, person, cabinet, evidence }, recoveryCode, looks) {
  const other = await Visitor.enter(browser, { ...person, evidence })
  const there = new Cabinet(other, app.url, person.language)
  await there.go('/login')
  await password(there, person)
  await there.button('auth:second.code.other').click()
  await there.field('auth:second.recoveryCode.label').fill(recoveryCode)
  await there.button('auth:second.confirm').click()
  await there.at('/dashboard')

  await cabinet.go('/settings/sessions')
  const sessions = cabinet.page.getByRole('list', { name: cabinet.say('sessions:title') }).getByRole('listitem')
  await expectCount(sessions, 2)
  await looks('sessions')
  await cabinet.button('sessions:end').click()
  await expectCount(sessions, 1)
  const asks = () => there.page.evaluate(async () => (await fetch('/api/auth/me')).status)
  await eventually(async () => (await asks()) === 401, 'the ended session is refused', 1_000)
  await there.go('/dashboard')
  await there.at('/login')
  assert.deepEqual(other.takeFaults(), [])
  await other.close()
}

async function judged(cabinet, name) {
  await fits(cabinet.page, name)
  await picture(cabinet.page, name)
  await accessible(cabinet.page, name)
}

async function register(cabinet, { email, password }) {
  await cabinet.go('/register')
  await cabinet.field('auth:email').fill(email)
  await cabinet.field('auth:password').fill(password)
  await cabinet.field('auth:confirmation').fill(password)
  await cabinet.button('auth:register').click()
  await cabinet.at('/dashboard')
}

async function password(cabinet, { email, password }) {
  await cabinet.field('auth:email').fill(email)
  await cabinet.field('auth:password').fill(password)
  await cabinet.button('auth:logIn').click()
}

async function logOut(cabinet) {
  if (cabinet.isPhone) await cabinet.openMenu()
  await cabinet.page.getByRole('button', { name: cabinet.like('shell:memberMenu') }).click()
  await cabinet.page.getByRole('menuitem', { name: cabinet.say('shell:logOut') }).click()
  await cabinet.at('/login')
}
