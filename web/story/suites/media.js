// Albums, documents and polls: chosen, dropped, seen in the preview, and standing in the channel once, byte for byte.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { accessible, fits, picture } from '../lib/browser.js'
import { expectCount } from '../lib/expect.js'
import { eachPerson, publisher } from '../lib/opening.js'
import { png } from '../lib/pictures.js'
import { eventually } from '../lib/suite.js'

const PHONE = '9996620001'
const CHANNEL = { id: '2100000003', title: 'Кофе и код' }

const people = [
  { name: 'desk', width: 1280, language: 'en', theme: 'light', email: 'media.desk@example.org' },
  { name: 'phone', width: 390, language: 'ru', theme: 'dark', email: 'media.phone@example.org' },
]

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const file = (name, mimeType, buffer) => ({ name, mimeType, buffer })

export const media = (suite, evidence) => eachPerson(suite, evidence, people, walk)

async function walk(suite, scene) {
  await suite.step('a member with a channel opens the page to publish', () => begin(scene))
  await suite.step('an album with a caption is written and seen in the preview', () => choose(scene))
  await suite.step('it stands in the channel once, byte for byte', () => album(scene))
  await suite.step('the phone shows it as an album', () => phone(scene))
  await suite.step('a damaged picture is refused in its place, and taken out', () => damaged(scene))
  await suite.step('a document goes without a text and keeps its name', () => paper(scene))
  await suite.test('a poll is written and stands in the channel', () => poll(scene))
}

async function begin(scene) {
  const { cabinet, sandbox } = scene
  await publisher(scene, PHONE, CHANNEL.id)
  await cabinet.visit('publish')
  await cabinet.chooseChannel(CHANNEL.title)
  scene.last = Math.max(0, ...(await sandbox.posts(CHANNEL.id)).map(({ number }) => number))
  scene.fresh = async () => (await sandbox.posts(CHANNEL.id)).filter(({ number }) => number > scene.last)
  scene.seen = async () => {
    scene.last = Math.max(scene.last, ...(await scene.fresh()).map(({ number }) => number))
  }
}

const rows = ({ page, say }) => page.getByRole('list', { name: say('publish:files.list') }).getByRole('listitem')

async function add({ cabinet }, ...files) {
  const before = await rows(cabinet).count()
  await cabinet.page.getByTestId('files').setInputFiles(files)
  await expectCount(rows(cabinet), before + files.length)
}

/** All that was chosen is on the server: nothing is shown as under way. */
const arrived = ({ cabinet: { page } }) => expectCount(page.getByRole('progressbar'), 0)

async function choose(scene) {
  const { cabinet, person } = scene
  scene.pictures = [png(640, 480, [40, 120, 200]), png(480, 640, [220, 120, 60]), png(500, 500, [70, 160, 90])]
  await add(scene, ...scene.pictures.map((bytes, at) => file(`${person.name}-${at}.png`, 'image/png', bytes)))
  await arrived(scene)
  scene.caption = `Three from the road, ${person.name}`
  await cabinet.editor().click()
  await cabinet.page.keyboard.type(scene.caption)
  const shown = cabinet.preview().getByRole('img')
  await expectCount(shown, 3)
  await eventually(() => shown.evaluateAll((all) => all.every((one) => one.naturalWidth > 0)), 'the pictures of the preview')
  await cabinet.page.getByText(/1[ ,.\s]?024/).first().waitFor()
  await accessible(cabinet.page, 'an album')
  await fits(cabinet.page, 'an album')
  await picture(cabinet.page, `media-album-${person.name}`)
}

async function album(scene) {
  const { cabinet, caption, pictures, sandbox } = scene
  await cabinet.send()
  await cabinet.headline('SENT', CHANNEL.title)
  const posts = await scene.fresh()
  assert.equal(posts.length, 3)
  assert.equal(new Set(posts.map((post) => post.media.album)).size, 1)
  assert.deepEqual(posts.map(({ text }) => text), [caption, '', ''])
  const hashes = await Promise.all(posts.map(async (post) => sha256(await sandbox.file(post.media.file.id))))
  assert.deepEqual(hashes, pictures.map(sha256))
  await expectCount(rows(cabinet), 0)
  await scene.seen()
}

async function phone({ cabinet, app, person }) {
  const page = await cabinet.visitor.context.newPage()
  await page.goto(`${app.sandboxUrl}/#${PHONE}/channel-${CHANNEL.id}`)
  const pictures = page.locator('.mosaic').last().getByRole('img')
  await expectCount(pictures, 3)
  await pictures.last().scrollIntoViewIfNeeded()
  await eventually(() => pictures.evaluateAll((all) => all.every((one) => one.naturalWidth > 0)), 'the pictures on the phone')
  await picture(page, `media-phone-${person.name}`)
  await page.close()
}

async function damaged(scene) {
  const { cabinet } = scene
  await add(scene, file('torn.png', 'image/png', png(60, 60, [1, 2, 3]).subarray(0, 20)))
  await rows(cabinet).getByText(cabinet.say('problems:media-unreadable.what')).waitFor()
  assert.equal(await cabinet.button('publish:send').isDisabled(), true)
  await cabinet.button('publish:files.remove', { name: 'torn.png' }).click()
  await expectCount(rows(cabinet), 0)
  // The browser reports a refusal that was wanted here; anything else stays a fault.
  const others = cabinet.visitor.takeFaults().filter((fault) => !/status of 400 .*torn\.png/.test(fault))
  assert.deepEqual(others, [])
}

async function paper(scene) {
  const { cabinet, person, sandbox } = scene
  const bytes = randomBytes(1_300_000)
  await add(scene, file('numbers.bin', 'text/html', bytes))
  await arrived(scene)
  await picture(cabinet.page, `media-document-${person.name}`)
  await cabinet.send()
  const [post] = await eventually(async () => ((await scene.fresh()).length > 0 ? scene.fresh() : undefined), 'the document')
  assert.equal(post.media.file.kind, 'DOCUMENT')
  assert.equal(post.media.file.name, 'numbers.bin')
  assert.equal(sha256(await sandbox.file(post.media.file.id)), sha256(bytes))
  await scene.seen()
}

async function poll(scene) {
  const { cabinet, person } = scene
  const { page } = cabinet
  await cabinet.button('publish:enclose.poll').click()
  await cabinet.field('publish:poll.question').fill('Tea or coffee?')
  for (const [at, answer] of ['Tea', 'Coffee'].entries()) {
    await page.getByRole('textbox', { name: cabinet.say('publish:poll.answer', { number: at + 1 }) }).fill(answer)
  }
  await accessible(page, 'a poll')
  await fits(page, 'a poll')
  await picture(page, `media-poll-${person.name}`)
  await cabinet.send()
  const [post] = await eventually(async () => ((await scene.fresh()).length > 0 ? scene.fresh() : undefined), 'the poll')
  assert.equal(post.media.poll.question, 'Tea or coffee?')
  assert.deepEqual(post.media.poll.answers, ['Tea', 'Coffee'])
  await scene.seen()
}
