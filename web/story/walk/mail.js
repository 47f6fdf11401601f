import assert from 'node:assert/strict'
import { fits } from '../lib/browser.js'

const banner = ({ page, say }) => page.getByRole('region', { name: say('access:banner.region') })

/** The banner says what is missing; the link of the mail in the local mailbox makes it go. */
export async function confirm(suite, { app, cabinet, person }) {
  const { page } = cabinet

  await suite.step('until the e-mail is confirmed a banner says so, and leads to the local mailbox', async () => {
    await banner(cabinet).waitFor()
    const mailbox = banner(cabinet).getByRole('link', { name: cabinet.say('access:mailbox') })
    assert.equal(new URL(await mailbox.getAttribute('href')).port, String(app.ports.mail))
    await fits(page, 'dashboard with the banner')
  })

  await suite.step('no account is connected before', async () => {
    const status = await page.evaluate(async () => {
      const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1]
      const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }
      const response = await fetch('/api/v1/telegram/connect', { method: 'POST', headers, body: '{"phoneNumber":"9996610001"}' })
      return (await response.json()).code
    })
    assert.equal(status, 'email-not-confirmed')
  })

  await suite.step('the link of the mail confirms it with one press, and the banner is gone', async () => {
    await page.goto(await app.mailbox.link(person.email, '/confirm-email'))
    await cabinet.heading('access:confirm.title')
    await cabinet.button('access:confirm.act').click()
    await cabinet.sees('access:confirm.done')
    await fits(page, 'confirmed')
    await cabinet.link('access:confirm.enter').click()
    await cabinet.at('/dashboard')
    await banner(cabinet).waitFor({ state: 'hidden' })
  })
}
