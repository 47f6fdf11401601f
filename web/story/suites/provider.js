// Signing in through a provider of OpenID Connect: the first time, linked and unlinked, refused, and not asked for.
import assert from 'node:assert/strict'
import { App } from '../lib/app.js'
import { accessible, fits, openBrowser, picture, Visitor } from '../lib/browser.js'
import { Cabinet } from '../lib/cabinet.js'
import { LoginProvider } from '../lib/loginProvider.js'

const NAME = { name: 'Acme' }
const people = [
  { name: 'desk', width: 1280, language: 'en', theme: 'light', login: 'nina', password: 'a-ferry-in-the-morning-fog' },
  { name: 'phone', width: 390, language: 'ru', theme: 'dark', login: 'boris', password: 'паром-в-утреннем-тумане' },
]

export async function provider(suite, evidence) {
  const app = await App.prepare()
  const acme = await LoginProvider.start()
  evidence.secret('the password of the installation at the provider', acme.secret)
  const browser = await openBrowser()
  try {
    await suite.step('an empty installation with a login provider starts', () => app.start({}, acme.variables))
    for (const person of people) {
      console.log(`  ${person.name}, ${person.width} px, ${person.language}`)
      const visitor = await Visitor.enter(browser, { ...person, evidence })
      const cabinet = new Cabinet(visitor, app.url, person.language)
      suite.onFailure = (fact) => picture(visitor.page, `failed-${fact.slice(0, 40).replace(/\W+/g, '-')}`)
      evidence.secret(`${person.name}'s password`, person.password)
      acme.person = person.login
      await walk(suite, { acme, cabinet, person })
      await suite.test(`${person.name}: the browser's console is clean, nothing was blocked by the policy`, async () =>
        assert.deepEqual(visitor.takeFaults(), []))
    }
  } finally {
    evidence.said.push(app.said())
    await browser.close()
    acme.stop()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

async function walk(suite, { acme, cabinet, person }) {
  const { page } = cabinet
  const looks = async (name) => {
    await fits(page, name)
    await picture(page, `${name}-${person.name}`)
    await accessible(page, name)
  }
  const atProvider = async (link) => {
    await page.getByRole('heading', { name: 'Acme' }).waitFor()
    await page.getByRole('link', { name: link }).click()
  }

  await suite.step('whoever cancels at the provider comes back to a sentence, and may try again', async () => {
    await cabinet.go('/login')
    await cabinet.button('auth:provider.signIn', NAME).waitFor()
    await looks('login-with-provider')
    await cabinet.button('auth:provider.signIn', NAME).click()
    await atProvider('Cancel')
    await cabinet.seesProblem('provider-refused')
    await looks('provider-refused')
    await cabinet.link('auth:provider.back').click()
    await cabinet.at('/login')
  })

  await suite.step('an unknown person comes in through the provider, without password and captcha', async () => {
    await cabinet.button('auth:provider.signIn', NAME).click()
    await atProvider(`Continue as ${acme.person}`)
    await cabinet.at('/dashboard')
    const me = await page.evaluate(async () => (await fetch('/api/auth/me')).json())
    assert.deepEqual([me.email, me.emailConfirmed, me.hasPassword], [`${acme.person}@example.org`, true, false])
    assert.equal(await page.evaluate(() => sessionStorage.getItem('cf.errand')), null)
  })

  await suite.step('the only way in cannot be removed', async () => {
    await cabinet.go('/settings/security')
    await cabinet.button('security:provider.unlink').click()
    await page.getByRole('dialog').getByRole('button', { name: cabinet.say('security:provider.unlink'), exact: true }).click()
    await cabinet.seesProblem('last-way-in')
    await looks('provider-linked')
  })

  await suite.step('somebody without a password chooses one', async () => {
    await cabinet.go('/settings/password')
    await looks('no-password')
    await cabinet.field('access:newPassword').fill(person.password)
    await cabinet.button('access:password.choose').click()
    await cabinet.button('access:password.act').waitFor()
  })

  await suite.step('then the link is removed, and made again from the settings', async () => {
    await cabinet.go('/settings/security')
    await cabinet.button('security:provider.unlink').click()
    await page.getByRole('dialog').getByRole('button', { name: cabinet.say('security:provider.unlink'), exact: true }).click()
    await cabinet.button('security:provider.link', NAME).click()
    await atProvider(`Continue as ${acme.person}`)
    await cabinet.at('/settings/security')
    await cabinet.button('security:provider.unlink').waitFor()
  })

  await suite.test('an answer that nobody here asked for is not used', async () => {
    await cabinet.go('/oidc/callback?code=foreign&state=foreign')
    await cabinet.seesProblem('provider-step-expired')
  })
}
