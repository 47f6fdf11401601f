// What an admin does about people, seen from both sides: invited, given a role, blocked, let in again, deleted.
import assert from 'node:assert/strict'
import { App } from '../lib/app.js'
import { accessible, fits, openBrowser, picture, Visitor } from '../lib/browser.js'
import { Cabinet } from '../lib/cabinet.js'
import { expectText } from '../lib/expect.js'
import { eventually } from '../lib/suite.js'

const boss = { name: 'desk', width: 1280, language: 'en', theme: 'light', email: 'marina.boss@example.org', password: 'a-ledger-bound-in-blue' }
const hand = { name: 'phone', width: 390, language: 'ru', theme: 'dark', email: 'artem.hand@example.org', password: 'синяя-книга-на-столе' }

/** How soon the person is out after the server has said so to the admin. */
const SOON_MILLIS = 2_000

const NUMBER = { phone: '9996610001', name: 'Анна Соколова' }

export async function admin(suite, evidence) {
  const app = await App.prepare()
  const browser = await openBrowser()
  const enter = async (person) => new Cabinet(await Visitor.enter(browser, { ...person, evidence }), app.url, person.language)
  try {
    await suite.step('an empty installation starts', () => app.start())
    const scene = { app, browser, evidence, there: await enter(boss), here: await enter(hand) }
    suite.onFailure = async (fact) => {
      for (const { page, language } of [scene.there, scene.here]) await picture(page, `failed-${language}-${fact.slice(0, 40).replace(/\W+/g, '-')}`)
    }
    for (const person of [boss, hand]) evidence.secret(`${person.email}'s password`, person.password)
    await invite(suite, scene)
    await mayNot(suite, scene)
    await role(suite, scene)
    await block(suite, scene)
    await remove(suite, scene)
    for (const { visitor, language } of [scene.there, scene.here]) {
      await suite.test(`${language}: the browser's console is clean, nothing was blocked by the policy`, async () =>
        assert.deepEqual(visitor.takeFaults(), []))
    }
  } finally {
    evidence.said.push(app.said())
    await browser.close()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

async function invite(suite, { app, there, here, evidence }) {
  await suite.step('the first person is admin and finds People in the sidebar', async () => {
    await register(there, '/register', boss)
    // the banner moves what is below it
    await there.page.getByRole('region', { name: there.say('access:banner.region') }).waitFor()
    await there.visit('people')
    await there.heading('people:title')
    await there.sees('people:invitations.empty')
    await looks(there, 'people-alone')
  })

  await suite.step('a link for whoever has it is shown once, and can be withdrawn', async () => {
    await there.button('people:invite.open').click()
    await there.button('people:invite.makeLink').click()
    const shown = there.page.getByLabel(there.say('people:invite.link'), { exact: true })
    const link = await shown.textContent()
    evidence.secret("a withdrawn invitation's token", tokenOf(link))
    await looks(there, 'invitation-link')
    await there.button('people:invite.done').click()
    const row = there.page.getByRole('listitem', { name: there.say('people:invitations.byLink') })
    await row.getByRole('button', { name: there.say('people:invitations.withdraw') }).click()
    await there.page.getByRole('dialog').getByRole('button', { name: there.say('people:invitations.withdraw') }).click()
    await there.sees('people:invitations.empty')
  })

  await suite.step('an invitation is mailed in the language of the one who is invited', async () => {
    await there.button('people:invite.open').click()
    await there.field('people:invite.email').fill(hand.email)
    await choose(there, 'people:invite.language', 'Русский')
    await looks(there, 'invite')
    await there.button('people:invite.send').click()
    await there.sees('people:invite.sent', { email: hand.email })
    await there.page.getByRole('listitem', { name: hand.email }).waitFor()
    await looks(there, 'invitations')
  })

  await suite.step('the link of the mail makes an editor, whose e-mail is known to be theirs', async () => {
    const link = await app.mailbox.link(hand.email, '/register')
    evidence.secret("an invitation's token", tokenOf(link))
    await register(here, link.slice(app.url.length), hand)
    assert.equal(await here.page.getByRole('region', { name: here.say('access:banner.region') }).count(), 0)
    await there.page.reload()
    await there.sees('people:invitations.empty')
    await rowOf(there, hand).waitFor()
    await looks(there, 'people')
  })
}

async function mayNot(suite, { here }) {
  await suite.test('an editor finds nothing of the administration: not in the sidebar, not by address, not by the API', async () => {
    await here.openMenu()
    const menu = here.page.getByRole('dialog')
    await menu.getByRole('link', { name: here.say('shell:place.publish') }).waitFor()
    assert.equal(await menu.getByRole('link', { name: here.say('shell:place.people') }).count(), 0)
    await here.go('/people')
    await here.seesProblem('not-allowed')
    await looks(here, 'people-not-allowed')
    const answers = await here.page.evaluate(async () => {
      const codes = []
      for (const path of ['people', 'invitations', 'health/detailed', 'telegram/accounts?scope=all']) {
        codes.push((await (await fetch(`/api/v1/${path}`)).json()).code)
      }
      return codes
    })
    assert.deepEqual(answers, Array(4).fill('not-allowed'))
  })
}

async function role(suite, { there, here }) {
  await suite.step('made a viewer, the person has nothing to publish with, without loading the page again', async () => {
    await here.go('/dashboard')
    await openMenuWith(here, 'publish', 1)
    await chooseRole(there, 'viewer')
    await openMenuWith(here, 'publish', 0)
  })

  await suite.step('undone, they are an editor again', async () => {
    await there.page.getByRole('button', { name: there.say('common:undo'), exact: true }).click()
    await openMenuWith(here, 'publish', 1)
    const shown = rowOf(there, hand).getByRole('combobox')
    await eventually(async () => (await shown.inputValue()) === there.say('shell:role.user'), 'the role of before in the list')
  })
}

async function block(suite, { there, here, browser, app }) {
  await suite.step('blocked, the person is out of the open browser within moments, and hears why at the login', async () => {
    await here.go('/settings/profile')
    await here.heading('settings:title')
    const answered = there.page.waitForResponse((response) => response.url().endsWith('/block'))
    await act(there, 'block')
    assert.equal((await answered).status(), 200)
    const begin = Date.now()
    await here.at('/login')
    assert.ok(Date.now() - begin < SOON_MILLIS, `out after ${Date.now() - begin} ms`)
    await expectText(rowOf(there, hand), there.say('people:states.blocked'))
    await looks(there, 'people-blocked')
    await logIn(here, hand)
    await here.seesProblem('member-blocked')
    await looks(here, 'login-blocked')
  })

  await suite.step('unblocked, they are in again; the list serves a phone in Russian as well', async () => {
    await act(there, 'unblock')
    await expectText(rowOf(there, hand), there.say('people:states.active'))
    await logIn(here, hand)
    await here.at('/settings/profile')
    const pocket = new Cabinet(await Visitor.enter(browser, { ...boss, width: 390, theme: 'dark', language: 'ru' }), app.url, 'ru')
    await pocket.go('/login?next=/people')
    await logIn(pocket, boss)
    await rowOf(pocket, hand).waitFor()
    await looks(pocket, 'people-phone')
    await pocket.page.getByRole('button', { name: pocket.say('people:actsFor', { name: nameOf(hand) }) }).click()
    await pocket.page.getByRole('menuitem', { name: pocket.say('people:delete.open') }).click()
    await pocket.page.getByLabel(pocket.say('people:delete.handOver')).check()
    await looks(pocket, 'delete-phone')
    await pocket.visitor.close()
  })
}

async function remove(suite, { there, here, app }) {
  await suite.step('the person connects an account, which the admin sees when deleting them', async () => {
    await here.askForCode(`+${NUMBER.phone}`)
    await here.enterCode(await codeOf(app))
    await here.seesConnected(NUMBER.name)
    await there.page.getByRole('button', { name: there.say('people:actsFor', { name: nameOf(hand) }) }).click()
    await there.page.getByRole('menuitem', { name: there.say('people:delete.open') }).click()
    const dialog = there.page.getByRole('dialog')
    await expectText(dialog, there.counted('people:delete.accounts', 1))
    await looks(there, 'delete')
    const act = dialog.getByRole('button', { name: there.say('people:delete.act') })
    assert.ok(await act.isDisabled(), 'nothing is deleted before the name is typed')
    await dialog.getByRole('textbox').fill(nameOf(hand))
    await act.click()
    await there.sees('people:delete.done', { name: nameOf(hand) })
  })

  await suite.step('deleted, they are out, unknown, and their account is logged out at Telegram', async () => {
    await here.at('/login')
    await logIn(here, hand)
    await here.seesProblem('wrong-credentials')
    await rowOf(there, hand).waitFor({ state: 'detached' })
    const keys = async () => (await (await fetch(`${app.sandboxUrl}/api/sandbox/keys`)).json()).items
    await eventually(async () => (await keys()).every(({ phone }) => phone !== NUMBER.phone), 'the number is logged in nowhere')
    await there.go('/accounts?scope=all')
    await there.sees('accounts:everybody.empty')
  })
}

const tokenOf = (link) => new URL(link).hash.replace('#invitation=', '')
const nameOf = ({ email }) => email.split('@')[0]
const rowOf = ({ page }, person) => page.getByRole('row').filter({ hasText: person.email })

async function codeOf({ sandboxUrl }) {
  return (await (await fetch(`${sandboxUrl}/api/sandbox/numbers/${NUMBER.phone}/code`)).json()).code
}

/** The number of links to a place in the menu becomes that; the menu is closed afterwards. */
async function openMenuWith(cabinet, place, count) {
  const menu = cabinet.page.getByRole('dialog')
  if (!(await menu.isVisible())) await cabinet.openMenu()
  const links = menu.getByRole('link', { name: cabinet.say(`shell:place.${place}`), exact: true })
  await eventually(async () => (await links.count()) === count, `${count} links to ${place}`)
}

async function choose({ page, say }, label, option) {
  await page.getByRole('combobox', { name: say(label), exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function chooseRole(cabinet, role) {
  await cabinet.page.getByRole('combobox', { name: cabinet.say('people:roleOf', { name: nameOf(hand) }) }).click()
  await cabinet.page.getByRole('option', { name: cabinet.say(`shell:role.${role}`), exact: true }).click()
  await cabinet.sees('people:roleChanged', { name: nameOf(hand), role: cabinet.say(`shell:role.${role}`) })
}

async function act(cabinet, what) {
  await cabinet.page.getByRole('button', { name: cabinet.say('people:actsFor', { name: nameOf(hand) }) }).click()
  await cabinet.page.getByRole('menuitem', { name: cabinet.say(`people:${what}`), exact: true }).click()
}

async function register(cabinet, path, { email, password }) {
  await cabinet.go(path)
  await cabinet.field('auth:email').fill(email)
  await cabinet.field('auth:password').fill(password)
  await cabinet.field('auth:confirmation').fill(password)
  await cabinet.button('auth:register').click()
  await cabinet.at('/dashboard')
}

async function logIn(cabinet, { email, password }) {
  await cabinet.field('auth:email').fill(email)
  await cabinet.field('auth:password').fill(password)
  await cabinet.button('auth:logIn').click()
}

async function looks({ page, language }, name) {
  await fits(page, name)
  await picture(page, `admin-${name}-${language}`)
  await accessible(page, name)
}
