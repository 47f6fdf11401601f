import assert from 'node:assert/strict'
import { authKeys, keysOf } from '../lib/authKeys.js'
import { expectCount, expectText } from '../lib/expect.js'
import { fits } from '../lib/browser.js'

/** The second half of step 8: the journal, and disconnecting, which logs out at Telegram too. */
export async function leave(suite, { cabinet, person, sandbox, app }) {
  const { page } = cabinet

  await suite.step('the journal lists every act', async () => {
    await cabinet.visit('journal')
    const table = page.getByRole('table')
    const kinds = ['LOGIN_CODE_SENT', 'SIGN_IN', 'ACCOUNT_CONNECTED', 'CHANNELS_REFRESHED', 'DELIVERY_SENT', 'DELIVERY_REFUSED']
    for (const kind of kinds) await expectText(table, cabinet.say(`journal:kind.${kind}`))
    await fits(page, 'journal')
  })

  await suite.step('the journal is filtered by kind, result and account', async () => {
    await cabinet.filterJournal('kindLabel', cabinet.say('journal:kind.SIGN_IN'))
    await cabinet.filterJournal('resultLabel', cabinet.say('journal:result.REFUSED'))
    await expectCount(cabinet.rows(), 1 + 2) // the heading, the wrong code and the expired one
    await expectText(page.getByRole('table'), cabinet.say('problems:login-code-invalid.what'))
    await cabinet.button('journal:clear').last().click()
    await cabinet.filterJournal('account', person.locked.name)
    await expectText(page.getByRole('table'), cabinet.say('journal:kind.ACCOUNT_CONNECTED'))
    await expectCount(page.getByRole('cell', { name: person.plain.name, exact: true }), 0)
    await fits(page, 'journal filtered')
  })

  await suite.step('disconnecting asks once, and the account leaves the list', async () => {
    await cabinet.visit('accounts')
    await page.getByRole('button', { name: cabinet.say('accounts:actionsFor', { name: person.locked.name }) }).click()
    await page.getByRole('menuitem', { name: cabinet.say('accounts:disconnect') }).click()
    await page.getByRole('dialog').getByRole('button', { name: cabinet.say('accounts:disconnect') }).click()
    await expectCount(page.getByRole('listitem', { name: person.locked.name }), 0)
    await page.getByRole('listitem', { name: person.plain.name }).waitFor()
  })

  await suite.test('the disconnected account is logged out at Telegram: no key of it is authorised there', async () => {
    const { id } = await sandbox.number(person.locked.phone)
    const keys = await authKeys(app)
    assert.deepEqual(keysOf(keys, id), [])
    assert.deepEqual(keys.filter(({ owes }) => owes === id), [])
  })
}
