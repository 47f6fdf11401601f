// Posts with a time of their own, and what can still be done once they stand: at a desk and with a phone.
import assert from 'node:assert/strict'
import { accessible, fits, picture } from '../lib/browser.js'
import { expectCount, expectText } from '../lib/expect.js'
import { eachPerson, publisher } from '../lib/opening.js'
import { eventually } from '../lib/suite.js'
import { inDanger } from '../walk/danger.js'
import { inForum } from '../walk/forum.js'

const PHONE = '9996610001'
const CHANNEL = { id: '2100000001', title: 'Утренний бриф' }

const people = [
  { name: 'desk', width: 1280, language: 'en', theme: 'light', email: 'plans.desk@example.org', ahead: 10 },
  { name: 'phone', width: 390, language: 'ru', theme: 'dark', email: 'plans.phone@example.org', ahead: 10 },
]

export const posts = (suite, evidence) => eachPerson(suite, evidence, people, walk)

async function walk(suite, scene) {
  const { cabinet, person } = scene
  scene.text = `On the hour, ${person.name}`
  scene.list = (name) => cabinet.page.getByRole('list', { name: cabinet.say(name) })
  scene.row = (text) => scene.list('publish:latest').getByRole('listitem').filter({ hasText: text })
  scene.standing = async (text) => (await scene.sandbox.posts(CHANNEL.id)).filter((post) => post.text === text)

  await suite.step('a member with a channel opens the page to publish', () => begin(scene))
  await suite.step('a post is planned a few seconds ahead, with its zone shown', () => plan(scene))
  await suite.step('it appears in the channel by itself, on time, once, and pinned', () => arrives(scene))
  await suite.step('the live post is edited; the phone shows the mark and the pinned bar', () => edit(scene))
  await suite.step('it is unpinned', () => act(scene, 'unpin', (post) => !post.pinned))
  await suite.step('after a confirmation it is deleted from the channel', () => erase(scene))
  await suite.step('a planned post is cancelled, and taken back', () => cancelAndUndo(scene))
  await suite.step('a planned post is moved and rewritten before it goes out', () => change(scene))
  await suite.test('a refused post says why, and is tried again', () => retry(scene))
  await inForum(suite, scene)
  await inDanger(suite, scene)
}

async function begin(scene) {
  const { cabinet } = scene
  await publisher(scene, PHONE, CHANNEL.id)
  await cabinet.visit('publish')
}

/** A moment on the clock of the browser, as its field for date and time holds it. */
const clockAt = (page, inMillis) =>
  page.evaluate((ahead) => {
    const then = new Date(Date.now() + ahead)
    return new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
  }, inMillis)

async function write({ cabinet }, text) {
  await cabinet.chooseChannel(CHANNEL.title)
  await cabinet.editor().click()
  await cabinet.page.keyboard.type(text)
}

/** The choice of a segmented control is a radio behind its label. */
const later = ({ cabinet }) => cabinet.page.getByText(cabinet.say('publish:when.later'), { exact: true }).click()

async function plan(scene) {
  const { cabinet, person, text } = scene
  await write(scene, text)
  await cabinet.page.getByText(cabinet.say('publish:options.title'), { exact: true }).click()
  await cabinet.page.getByRole('checkbox', { name: cabinet.say('publish:options.pin'), exact: true }).check()
  await later(scene)
  await judged(cabinet, `plan-${person.name}`)
  scene.planned = await clockAt(cabinet.page, person.ahead * 1000)
  await cabinet.field('publish:when.time').fill(scene.planned)
  await cabinet.button('publish:plan').click()
  await cabinet.headline('PLANNED', CHANNEL.title)
  await scene.list('publish:planned.title').getByRole('listitem').filter({ hasText: text }).waitFor()
  assert.equal((await scene.standing(text)).length, 0)
}

async function arrives(scene) {
  const { cabinet, text } = scene
  await cabinet.headline('SENT', CHANNEL.title)
  await expectCount(scene.list('publish:planned.title').getByRole('listitem').filter({ hasText: text }), 0)
  await eventually(async () => (await scene.standing(text))[0]?.pinned, 'the pin')
  const standing = await scene.standing(text)
  assert.equal(standing.length, 1)
  const sentAt = Date.parse(standing[0].date)
  const planned = await cabinet.page.evaluate((local) => new Date(local).getTime(), scene.planned)
  assert.ok(sentAt + 999 >= planned, `sent ${planned - sentAt} ms before its time`)
  await expectText(scene.row(text), cabinet.say('publish:marks.pinned'))
}

async function choose({ cabinet }, row, name) {
  await row.getByRole('button', { name: cabinet.like('publish:acts.of') }).click()
  await cabinet.page.getByRole('menuitem', { name: cabinet.say(`publish:acts.${name}`), exact: true }).click()
}

async function edit(scene) {
  const { cabinet, person, sandbox, text } = scene
  const { page } = cabinet
  await choose(scene, scene.row(text), 'edit')
  const dialog = page.getByRole('dialog')
  const words = dialog.getByRole('textbox', { name: cabinet.say('publish:text') })
  await words.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(', corrected')
  await judged(cabinet, `edit-${person.name}`)
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
  scene.text = `${text}, corrected`
  await expectText(scene.row(scene.text), cabinet.say('publish:marks.edited'))
  assert.equal((await scene.standing(scene.text)).length, 1)
  assert.equal((await scene.standing(text)).length, 0)
  const phone = await cabinet.visitor.context.newPage()
  await phone.goto(`${sandbox.url}/#${PHONE}/channel-${CHANNEL.id}`)
  await expectText(phone.getByRole('article').filter({ hasText: scene.text }), /edited|изменено/)
  await expectText(phone.locator('#pinned'), scene.text)
  await fits(phone, 'the phone with a pinned post')
  await picture(phone, `pinned-phone-${person.name}`)
  await phone.close()
}

async function act(scene, name, done) {
  await choose(scene, scene.row(scene.text), name)
  await eventually(async () => done((await scene.standing(scene.text))[0]), name)
}

async function erase(scene) {
  const { cabinet, person } = scene
  await choose(scene, scene.row(scene.text), 'delete')
  const dialog = cabinet.page.getByRole('dialog')
  await dialog.waitFor()
  await judged(cabinet, `delete-${person.name}`)
  await dialog.getByRole('button', { name: cabinet.say('publish:delete.act'), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await expectText(scene.row(scene.text), cabinet.say('common:deliveryState.DELETED'))
  assert.equal((await scene.standing(scene.text)).length, 0)
}

async function cancelAndUndo(scene) {
  const { cabinet, person } = scene
  scene.later = `Another day, ${person.name}`
  await write(scene, scene.later)
  await later(scene)
  await cabinet.button('publish:when.morning').click()
  await cabinet.button('publish:plan').click()
  const row = scene.list('publish:planned.title').getByRole('listitem').filter({ hasText: scene.later })
  await row.waitFor()
  await judged(cabinet, `planned-${person.name}`)
  await choose(scene, row, 'cancel')
  await expectCount(row, 0)
  await cabinet.button('common:undo').click()
  await row.waitFor()
}

async function change(scene) {
  const { cabinet, person } = scene
  const { page } = cabinet
  const row = scene.list('publish:planned.title').getByRole('listitem').filter({ hasText: scene.later })
  await choose(scene, row, 'change')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: cabinet.say('publish:text') }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(', sooner')
  await dialog.getByLabel(cabinet.say('publish:when.time'), { exact: true }).fill(await clockAt(page, 2000))
  await judged(cabinet, `change-${person.name}`)
  await dialog.getByRole('button', { name: cabinet.say('publish:edit.save'), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await eventually(async () => (await scene.standing(`${scene.later}, sooner`)).length === 1, 'the post that was moved')
  assert.equal((await scene.standing(scene.later)).length, 0)
}

async function retry(scene) {
  const { cabinet, person, sandbox } = scene
  const text = `At the second try, ${person.name}`
  await sandbox.fault({ number: PHONE, method: 'messages.sendMessage', kind: 'RPC_ERROR', errorCode: 403, errorType: 'CHAT_WRITE_FORBIDDEN', times: 1 })
  await write(scene, text)
  await cabinet.send()
  await cabinet.headline('REFUSED', CHANNEL.title)
  await choose(scene, scene.row(text), 'retry')
  await cabinet.headline('SENT', CHANNEL.title)
  assert.equal((await scene.standing(text)).length, 1)
}

async function judged(cabinet, name) {
  await fits(cabinet.page, name)
  await picture(cabinet.page, name)
  await accessible(cabinet.page, name)
}
