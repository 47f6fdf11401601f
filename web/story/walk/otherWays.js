import assert from 'node:assert/strict'
import { expectCount, expectText } from '../lib/expect.js'
import { fits } from '../lib/browser.js'

/** Connecting by QR code, which the phone page approves, and bots by their token; both are let go of again. */
export async function otherWays(suite, scene) {
  await byQrCode(suite, scene)
  await bots(suite, scene)
}

async function byQrCode(suite, { cabinet, person }) {
  const { page } = cabinet

  await suite.step('a QR code is offered first, and shows how long it is good', async () => {
    await cabinet.go('/accounts/connect')
    await cabinet.button('connect:qr.show').click()
    await page.getByRole('img', { name: cabinet.say('connect:qr.picture') }).waitFor()
    await expectText(page.getByRole('timer'), /\d/)
    await fits(page, 'QR code')
  })

  await suite.step('a reload shows the code again', async () => {
    await page.reload()
    await page.getByRole('img', { name: cabinet.say('connect:qr.picture') }).waitFor()
  })

  await suite.step('the phone approves it, and the page goes on by itself', async () => {
    const opening = cabinet.visitor.context.waitForEvent('page')
    await page.getByRole('main').getByRole('link', { name: cabinet.say('connect:sandbox.phone') }).first().click()
    const phone = await opening
    await phone.locator('#numbers').selectOption(person.scanning.phone)
    await phone.locator('#login-tokens').getByRole('button').first().click()
    await expectText(phone.getByRole('status').last(), /./)
    await phone.close()
    await cabinet.seesConnected(person.scanning.name)
    await letGo(page, person.scanning.name)
  })
}

async function bots(suite, { cabinet, sandbox, person }) {
  const { page } = cabinet
  const row = page.getByRole('listitem', { name: 'Brief' })

  await suite.test('half a bot token has its own sentence', async () => {
    await cabinet.go('/accounts')
    await cabinet.field('accounts:bots.token').fill('12345:')
    await cabinet.button('accounts:bots.add').click()
    await cabinet.sees('accounts:bots.shape')
    await fits(page, 'bots')
  })

  await suite.step('a bot is connected by its token, and removed', async () => {
    const bot = await sandbox.bot({ owner: person.scanning.phone, name: 'Brief', username: `brief_${person.language}_bot` })
    await cabinet.field('accounts:bots.token').fill(bot.token)
    await cabinet.button('accounts:bots.add').click()
    await expectText(row, cabinet.say('common:accountState.CONNECTED'))
    await letGo(page, 'Brief')
    await expectCount(row, 0)
  })
}

async function letGo(page, name) {
  const status = await page.evaluate(async (who) => {
    const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1]
    const { items } = await (await fetch('/api/v1/telegram/accounts')).json()
    const { id } = items.find((account) => account.name === who)
    const headers = { 'X-XSRF-TOKEN': token }
    return (await fetch(`/api/v1/telegram/accounts/${id}`, { method: 'DELETE', headers })).status
  }, name)
  assert.equal(status, 204)
}
