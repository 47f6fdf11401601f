import assert from 'node:assert/strict'
import { expectCount, expectText } from '../lib/expect.js'
import { fits } from '../lib/browser.js'
import { expectedPost } from './people.js'

/** Steps 6, 7 and the first half of 8: channels with rights, the post, and where it then stands. */
export async function publish(suite, scene) {
  await channels(suite, scene)
  await post(suite, scene)
  await troubles(suite, scene)
}

async function channels(suite, { cabinet, person }) {
  const { page } = cabinet

  await suite.step('the channels are listed with what this account may do in each', async () => {
    await cabinet.visit('channels')
    const mine = page.getByRole('listitem', { name: person.channel.title })
    await expectText(mine, cabinet.say('common:kind.CHANNEL'))
    await mine.getByRole('link', { name: cabinet.say('channels:write') }).waitFor()
    const other = page.getByRole('listitem', { name: person.readOnly.title }).first()
    await expectText(other, cabinet.say('channels:role.reader'))
    await expectCount(other.getByRole('link', { name: cabinet.say('channels:write') }), 0)
    await fits(page, 'channels')
  })

  await suite.step('a channel that may only be read cannot be chosen', async () => {
    await cabinet.visit('publish')
    await cabinet.page.getByRole('combobox', { name: cabinet.say('publish:channel') }).click()
    await page.getByRole('option', { name: person.channel.title }).waitFor()
    await expectCount(page.getByRole('option', { name: person.readOnly.title }), 0)
    await page.keyboard.press('Escape')
  })

  await suite.test('and whoever asks for it past the page is refused', async () => {
    const answer = await page.evaluate(async (telegramId) => {
      const { items } = await (await fetch('/api/v1/telegram/channels')).json()
      const channel = items.find((one) => one.telegramId.includes(telegramId) && !one.canPost)
      const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1]
      const response = await fetch('/api/v1/telegram/messages', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() },
        body: JSON.stringify({ channelId: channel.id, text: 'past the page', entities: [] }),
      })
      return { status: response.status, ...(await response.json()) }
    }, person.readOnly.id)
    assert.equal(answer.status, 422)
    assert.equal(answer.code, 'post-not-allowed')
  })
}

const LIMIT = 4096

const counterOf = (cabinet, length) => {
  const format = new Intl.NumberFormat(cabinet.language)
  return cabinet.say('publish:counter', { length: format.format(length), limit: format.format(LIMIT) })
}

async function post(suite, { cabinet, person, sandbox }) {
  const { page } = cabinet
  const wanted = expectedPost(person.pieces)

  await suite.step('a post is written with bold, italic, link, code and spoiler', async () => {
    await cabinet.chooseChannel(person.channel.title)
    await cabinet.write(person.pieces)
  })

  await suite.step('the counter counts as Telegram does: an emoji is two', async () => {
    await page.getByText(counterOf(cabinet, wanted.text.length)).waitFor()
  })

  await suite.step('the preview is a bubble with the same formatting, the spoiler opens', async () => {
    const bubble = cabinet.preview()
    const [bold, , italic, , link, , code, , spoiler] = person.pieces.map(({ text }) => text)
    await expectText(bubble.getByText(person.channel.title), person.channel.title)
    await expectText(bubble.locator('strong'), bold)
    await expectText(bubble.locator('em'), italic)
    await expectText(bubble.getByRole('link'), link)
    await expectText(bubble.locator('code'), code)
    await bubble.getByRole('button', { name: cabinet.say('common:spoiler') }).click()
    await expectText(bubble, spoiler)
    await fits(page, 'publish')
  })

  await suite.step('sending shows what becomes of it, to the end, with a link', async () => {
    await cabinet.send()
    await cabinet.headline('SENT', person.channel.title)
    await cabinet.link('publish:progress.open').waitFor()
    await fits(page, 'sent')
  })

  await suite.step('the post stands in the channel exactly once, with its formatting', async () => {
    const posts = (await sandbox.posts(person.channel.id)).filter(({ text }) => text === wanted.text)
    assert.equal(posts.length, 1)
    assert.equal(posts[0].sender.phone, person.plain.phone)
    assert.ok(posts[0].randomId, 'no random_id')
    const entities = posts[0].entities.map(({ type, offset, length, url }) => ({ type, offset, length, ...(url && { url }) }))
    assert.deepEqual(entities, wanted.entities)
  })

  await suite.test('and the phone shows it as Telegram does', async () => {
    const phone = await cabinet.visitor.context.newPage()
    await phone.goto(`${sandbox.url}/#${person.plain.phone}/channel-${person.channel.id}`)
    await expectText(phone.getByRole('log'), person.pieces[0].text)
    await fits(phone, 'the phone')
    await phone.close()
  })
}

async function troubles(suite, { cabinet, person, sandbox }) {
  const { page } = cabinet

  await suite.test('a pause that Telegram asks for is shown and kept, then the post goes out, once', async () => {
    const text = `After a pause ${person.name}`
    await sandbox.fault({ number: person.plain.phone, method: 'messages.sendMessage', kind: 'FLOOD_WAIT', seconds: 3 })
    await cabinet.editor().click()
    await page.keyboard.type(text)
    await page.keyboard.press('Control+Enter')
    await page.getByText(cabinet.say('publish:progress.pause')).waitFor()
    await cabinet.headline('SENT', person.channel.title)
    const posts = await sandbox.posts(person.channel.id)
    assert.equal(posts.filter((one) => one.text === text).length, 1)
  })

  await suite.test('a refusal of Telegram is told with its reason', async () => {
    const text = `Never sent ${person.name}`
    const refusal = { kind: 'RPC_ERROR', errorCode: 400, errorType: 'CHAT_ADMIN_REQUIRED' }
    await sandbox.fault({ number: person.plain.phone, method: 'messages.sendMessage', ...refusal })
    await cabinet.editor().click()
    await page.keyboard.type(text)
    await cabinet.send()
    await cabinet.headline('REFUSED', person.channel.title)
    await page.getByText(cabinet.say('refusals:CHAT_ADMIN_REQUIRED.what')).first().waitFor()
    const posts = await sandbox.posts(person.channel.id)
    assert.ok(posts.every((one) => one.text !== text))
    await fits(page, 'refused')
  })

  await suite.test('a text beyond the limit cannot be sent', async () => {
    await cabinet.editor().fill('x'.repeat(4097))
    await page.getByText(cabinet.counted('publish:over', 1)).waitFor()
    assert.ok(await cabinet.button('publish:send').isDisabled())
    await cabinet.editor().press('Control+A')
    await page.keyboard.press('Delete')
    await page.getByText(counterOf(cabinet, 0)).waitFor()
  })
}
