import assert from 'node:assert/strict'
import { expectCount, expectText } from '../lib/expect.js'
import { fits } from '../lib/browser.js'

/** Steps 2 and 3 of the story: register, and find the way around. */
export async function enter(suite, { cabinet, person }) {
  const { page } = cabinet

  await suite.step('whoever is not logged in is led to the login, and from there to the registration', async () => {
    await cabinet.go('/')
    await cabinet.at('/login')
    await cabinet.link('auth:login.toRegister').click()
    await cabinet.at('/register')
    await cabinet.heading('auth:registration.title')
  })

  await suite.step('the registration says in place what is not filled in well', async () => {
    await cabinet.field('auth:email').fill('olga@nowhere')
    await cabinet.field('auth:password').fill('short')
    await cabinet.field('auth:confirmation').fill('other')
    await cabinet.button('auth:register').click()
    await cabinet.sees('auth:fault.emailWrong')
    await page.getByText(cabinet.counted('auth:fault.passwordShort', 12)).waitFor()
    await cabinet.sees('auth:fault.confirmationDiffers')
    assert.equal(await cabinet.field('auth:email').getAttribute('aria-invalid'), 'true')
    await fits(page, 'register with faults')
  })

  await suite.step('the password can be shown and hidden', async () => {
    const password = cabinet.field('auth:password')
    assert.equal(await password.getAttribute('type'), 'password')
    await page.getByRole('button', { name: cabinet.say('auth:showPassword') }).first().click()
    assert.equal(await password.getAttribute('type'), 'text')
    await page.getByRole('button', { name: cabinet.say('auth:showPassword') }).first().click()
    assert.equal(await password.getAttribute('type'), 'password')
  })

  await suite.step('after the registration the dashboard is open, with the way to the first post', async () => {
    await cabinet.field('auth:email').fill(person.email)
    await cabinet.field('auth:password').fill(person.password)
    await cabinet.field('auth:confirmation').fill(person.password)
    await cabinet.button('auth:register').click()
    await cabinet.at('/dashboard')
    await cabinet.sees('dashboard:firstRun.title')
    await fits(page, 'dashboard')
  })

  await suite.test('the username comes from the e-mail, and only the first account is administrator', async () => {
    const me = await page.evaluate(async () => (await fetch('/api/auth/me')).json())
    assert.equal(me.username, person.email.split('@')[0])
    assert.equal(me.role, person.name === 'desk' ? 'admin' : 'user')
  })

  await suite.step('the sandbox bar says that nothing here is real', async () => {
    const bar = page.getByRole('region', { name: cabinet.say('shell:sandbox.region') })
    await expectText(bar, cabinet.say('shell:sandbox.name.sandbox'))
  })

  await (cabinet.isPhone ? drawer(suite, cabinet) : sidebar(suite, cabinet))
}

const PLACES = ['dashboard', 'accounts', 'channels', 'publish', 'journal']

async function sidebar(suite, cabinet) {
  await suite.step('the sidebar is open and leads to the five places', async () => {
    for (const place of PLACES) await cabinet.visit(place)
    await expectCount(cabinet.button('shell:openMenu'), 0)
  })
}

async function drawer(suite, cabinet) {
  const { page } = cabinet
  const dialog = page.getByRole('dialog')

  await suite.step('the burger opens the menu over the page; Esc, the cross and the ground beside it close it', async () => {
    await cabinet.openMenu()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await cabinet.openMenu()
    await cabinet.button('shell:closeMenu').click()
    await dialog.waitFor({ state: 'hidden' })
    await cabinet.openMenu()
    await page.mouse.click(cabinet.visitor.width - 20, 400)
    await dialog.waitFor({ state: 'hidden' })
  })

  await suite.step('the menu leads to the five places and closes behind one', async () => {
    for (const place of PLACES) {
      await cabinet.visit(place)
      await fits(page, place)
    }
  })
}
