import assert from 'node:assert/strict'
import { expectCount, expectText } from '../lib/expect.js'
import { fits } from '../lib/browser.js'
import { BANNED, WRONG_CODE } from './people.js'

/** Steps 4 and 5: connect by code, by code and password; every refusal with its own sentence. */
export async function connect(suite, scene) {
  await refusedNumbers(suite, scene)
  await plain(suite, scene)
  await locked(suite, scene)
  await endings(suite, scene)
}

async function refusedNumbers(suite, { cabinet, person, sandbox }) {
  const { page } = cabinet

  await suite.step('connecting begins on the accounts page and offers the numbers of the sandbox', async () => {
    await cabinet.visit('accounts')
    await cabinet.sees('accounts:empty')
    await cabinet.link('accounts:connect').click()
    await cabinet.at('/accounts/connect')
    await cabinet.sees('connect:about')
    await page.getByRole('button', { name: person.plain.name }).click()
    assert.match(await cabinet.field('connect:phone.label').inputValue(), new RegExp(person.plain.phone))
    await fits(page, 'connect')
  })

  await suite.test('a nonsense number is told before anything is sent', async () => {
    await cabinet.typePhone('call me maybe')
    await cabinet.sees('connect:phone.nonsense')
  })

  await suite.test('a number that Telegram does not know has its own sentence', async () => {
    await cabinet.typePhone('+12025550123')
    await cabinet.seesProblem('phone-number-invalid')
  })

  await suite.test('a banned number has its own sentence', async () => {
    await cabinet.typePhone(BANNED)
    await cabinet.seesProblem('phone-number-banned')
  })

  await suite.test('a flood wait counts down and keeps the button shut', async () => {
    await sandbox.fault({ number: person.flooded, method: 'auth.sendCode', kind: 'FLOOD_WAIT', seconds: 47 })
    await cabinet.typePhone(person.flooded)
    await cabinet.seesProblem('flood-wait')
    await expectText(page.getByRole('alert'), cabinet.like('common:problem.wait'))
    await expectText(page.getByRole('alert'), /0:[34]\d/)
    assert.ok(await cabinet.button('connect:phone.send').isDisabled())
    await fits(page, 'flood wait')
  })
}

async function plain(suite, scene) {
  const { cabinet, person, sandbox } = scene
  const { page } = cabinet

  await suite.step('after the number: where the code went, and when another is possible', async () => {
    await cabinet.askForCode(person.plain.phone)
    await page.getByText(cabinet.like(`connect:via.${person.plain.via}`)).waitFor()
    await page.getByText(cabinet.like('connect:resend.in')).waitFor()
    assert.ok(!(await page.content()).includes(person.plain.phone), 'the full number is on the page')
    await fits(page, 'code step')
  })

  await suite.step('a wrong code has its own sentence and the field stays', async () => {
    await cabinet.enterCode(WRONG_CODE)
    await page.getByText(cabinet.say('problems:login-code-invalid.what')).waitFor()
  })

  await suite.step('the code is on the phone, as a message from Telegram or as an SMS', async () => {
    const opening = cabinet.visitor.context.waitForEvent('page')
    await page.getByRole('main').getByRole('link', { name: cabinet.say('connect:sandbox.phone') }).first().click()
    const phone = await opening
    const code = await sandbox.code(person.plain.phone)
    await phone.locator('#numbers').selectOption(person.plain.phone)
    await phone.getByRole('link').filter({ hasText: code }).first().click()
    await expectText(phone.getByRole('log'), code)
    await fits(phone, 'the phone')
    await phone.close()
  })

  await suite.step('a reload in the middle of a login loses nothing', async () => {
    await page.reload()
    await cabinet.field('connect:code.label').waitFor()
  })

  await suite.step('the right code connects the account, on the data centre where the number lives', async () => {
    await cabinet.enterCode(await sandbox.code(person.plain.phone))
    await cabinet.seesConnected(person.plain.name)
    await cabinet.visit('accounts')
    const row = page.getByRole('listitem', { name: person.plain.name })
    await expectText(row, cabinet.say('common:accountState.CONNECTED'))
    await expectText(row, cabinet.say('accounts:dc', { dc: person.plain.dc }))
    await fits(page, 'accounts')
  })
}

async function locked(suite, { cabinet, person, sandbox }) {
  const { page } = cabinet

  await suite.step('an account with a cloud password asks for it after the code, with the hint', async () => {
    await cabinet.askForCode(person.locked.phone)
    await cabinet.enterCode(await sandbox.code(person.locked.phone))
    await cabinet.field('connect:password.label').waitFor()
    const { hint } = await sandbox.number(person.locked.phone)
    await page.getByText(cabinet.say('connect:password.hint', { hint })).waitFor()
    await fits(page, 'password step')
  })

  await suite.step('a wrong cloud password has its own sentence', async () => {
    await cabinet.enterPassword(person.locked.wrong)
    await page.getByText(cabinet.say('problems:cloud-password-invalid.what')).waitFor()
  })

  await suite.step('the right cloud password connects the account', async () => {
    await cabinet.enterPassword(person.locked.password)
    await cabinet.seesConnected(person.locked.name)
    await cabinet.visit('accounts')
    await expectText(page.getByRole('listitem', { name: person.locked.name }), cabinet.say('accounts:dc', { dc: person.locked.dc }))
  })
}

async function endings(suite, { cabinet, person, sandbox }) {
  const { page } = cabinet

  await suite.test('a number that is connected already is not connected twice', async () => {
    await cabinet.go('/accounts/connect')
    await cabinet.typePhone(person.plain.phone)
    await cabinet.seesProblem('account-already-connected')
  })

  await suite.test('a login can be cancelled at the code', async () => {
    await cabinet.askForCode(person.expiring)
    await cabinet.button('connect:cancelLogin').click()
    await cabinet.field('connect:phone.label').waitFor()
    await expectCount(page.getByRole('list', { name: cabinet.say('connect:open.title') }), 0)
  })

  await suite.test('an expired code has its own sentence and a way to begin again', async () => {
    await cabinet.askForCode(person.expiring)
    const code = await sandbox.code(person.expiring)
    await sandbox.set(person.expiring, { codeExpired: true })
    await cabinet.enterCode(code)
    await page
      .getByText(cabinet.say('problems:login-code-expired.what'))
      .or(page.getByText(cabinet.say('connect:over.EXPIRED')))
      .first()
      .waitFor()
    await cabinet.button('connect:startAgain').click()
    await cabinet.field('connect:phone.label').waitFor()
  })
}
