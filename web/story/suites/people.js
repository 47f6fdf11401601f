// Registering with the captcha, the mail in the local mailbox, and a forgotten password: at a desk and with a phone.
import assert from 'node:assert/strict'
import { App } from '../lib/app.js'
import { accessible, fits, openBrowser, picture, Visitor } from '../lib/browser.js'
import { Cabinet } from '../lib/cabinet.js'
import { confirm } from '../walk/mail.js'
import { desk, pocket } from '../walk/people.js'

const NEW_PASSWORD = 'another-harbour-at-dawn'

export async function people(suite, evidence) {
  const app = await App.prepare()
  const browser = await openBrowser()
  try {
    await suite.step('an empty installation starts', () => app.start())
    for (const person of [desk, pocket]) {
      console.log(`  ${person.name}, ${person.width} px, ${person.language}`)
      const visitor = await Visitor.enter(browser, { ...person, evidence })
      const cabinet = new Cabinet(visitor, app.url, person.language)
      suite.onFailure = (fact) => picture(visitor.page, `failed-${fact.slice(0, 40).replace(/\W+/g, '-')}`)
      await register(suite, { cabinet, person })
      await confirm(suite, { app, cabinet, person })
      await settings(suite, { cabinet })
      await forgotten(suite, { app, cabinet, person })
      await suite.test(`${person.name}: the browser's console is clean, nothing was blocked by the policy`, async () =>
        assert.deepEqual(visitor.takeFaults(), []))
      await visitor.close()
    }
    await mailbox(suite, { app, browser })
    evidence.secret('a new password', NEW_PASSWORD)
  } finally {
    evidence.said.push(app.said())
    await browser.close()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

async function register(suite, { cabinet, person }) {
  const { page } = cabinet
  await suite.step('the browser solves the captcha by itself while the person types', async () => {
    await cabinet.go('/register')
    await cabinet.sees('auth:captcha.done')
    await look(page, `register-${person.name}`)
  })

  await suite.step('after the registration the dashboard is open', async () => {
    await cabinet.field('auth:email').fill(person.email)
    await cabinet.field('auth:password').fill(person.password)
    await cabinet.field('auth:confirmation').fill(person.password)
    await cabinet.button('auth:register').click()
    await cabinet.at('/dashboard')
    await page.getByRole('main').getByRole('link').first().waitFor()
    await look(page, `unconfirmed-${person.name}`)
  })
}

async function settings(suite, { cabinet }) {
  await suite.test('the settings show the address and refuse a password that everybody has', async () => {
    await cabinet.go('/settings/password')
    await cabinet.sees('access:email.confirmed')
    await cabinet.page.getByLabel(cabinet.say('access:currentPassword'), { exact: true }).last().fill('whatever it is')
    await cabinet.field('access:newPassword').fill('passwordpassword')
    await cabinet.button('access:password.act').click()
    await cabinet.sees('auth:fault.passwordCommon')
    await look(cabinet.page, `settings-password-${cabinet.language}`)
    // The browser itself speaks of the refusal that was asked for.
    assert.deepEqual(cabinet.visitor.takeFaults().filter((fault) => !/status of 400 .*password\/change/.test(fault)), [])
  })
}

async function forgotten(suite, { app, cabinet, person }) {
  const { page } = cabinet
  await suite.step('whoever forgot the password asks for a link', async () => {
    await page.context().clearCookies()
    await cabinet.go('/login')
    await cabinet.link('auth:login.forgot').click()
    await cabinet.at('/forgot-password')
    await cabinet.heading('access:forgot.title') // the login's page has a field of the same name
    await cabinet.field('auth:email').fill(person.email)
    await look(page, `forgot-${person.name}`)
    await cabinet.button('access:forgot.act').click()
    await cabinet.sees('access:forgot.sent', { email: person.email })
  })

  await suite.step('the link of the mail takes a new password, which logs in; the old one does not', async () => {
    await page.goto(await app.mailbox.link(person.email, '/reset-password'))
    await cabinet.field('access:newPassword').fill(NEW_PASSWORD)
    await cabinet.field('auth:confirmation').fill(NEW_PASSWORD)
    await look(page, `reset-${person.name}`)
    await cabinet.button('access:reset.act').click()
    await cabinet.sees('access:reset.done')
    await cabinet.link('auth:logIn').click()
    await logIn(cabinet, person.email, person.password)
    await cabinet.seesProblem('wrong-credentials')
    await logIn(cabinet, person.email, NEW_PASSWORD)
    await cabinet.at('/dashboard')
  })
}

async function logIn(cabinet, email, password) {
  await cabinet.field('auth:email').fill(email)
  await cabinet.field('auth:password').fill(password)
  await cabinet.button('auth:logIn').click()
}

async function mailbox(suite, { app, browser }) {
  await suite.test('the local mailbox shows the mails in both languages', async () => {
    for (const person of [desk, pocket]) {
      const visitor = await Visitor.enter(browser, person)
      await visitor.page.goto(app.mailbox.url)
      assert.ok((await visitor.page.getByRole('article').count()) >= 4)
      await look(visitor.page, `mailbox-${person.name}`)
      assert.deepEqual(visitor.takeFaults(), [])
      await visitor.close()
    }
  })
}

async function look(page, name) {
  await fits(page, name)
  await picture(page, name)
  await accessible(page, name)
}
