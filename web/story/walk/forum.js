// A post in a topic of a forum, under another name; and what a closed topic says.
import assert from 'node:assert/strict'
import { accessible, fits, picture } from '../lib/browser.js'
import { expectCount, expectText } from '../lib/expect.js'

const FORUM = { id: '2100000008', title: 'Weekend Hikers' }
const BRIEF = { id: '2100000001', title: 'Утренний бриф' }
const TOPIC = 'Routes'
const CLOSED = 'Last year'

export async function inForum(suite, scene) {
  await suite.step('in a forum a topic and a name are chosen', () => choose(scene))
  await suite.step('the post stands in that topic under that name, and its view says so', () => send(scene))
  await suite.step('the phone shows the topic and whom the post is from', () => onPhone(scene))
  await suite.step('a closed topic refuses in words', () => closed(scene))
  await suite.test('where there is no choice, none is offered', () => nothingToChoose(scene))
}

const select = ({ cabinet }, name) => cabinet.page.getByRole('combobox', { name: cabinet.say(`publish:place.${name}`) })

async function pick(scene, name, option) {
  await select(scene, name).click()
  await scene.cabinet.page.getByRole('option', { name: option, exact: true }).click()
}

const write = async ({ cabinet }, text) => {
  await cabinet.editor().click()
  await cabinet.page.keyboard.type(text)
}

async function choose(scene) {
  const { cabinet, person } = scene
  await cabinet.chooseChannel(FORUM.title)
  await pick(scene, 'topic', TOPIC)
  await pick(scene, 'sendAs', BRIEF.title)
  scene.forumText = `Up the hill, ${person.name}`
  await write(scene, scene.forumText)
  await judged(cabinet, `forum-choices-${person.name}`)
}

async function send(scene) {
  const { cabinet, person, sandbox, forumText } = scene
  await cabinet.send()
  await cabinet.headline('SENT', `${FORUM.title} › ${TOPIC}`)
  await cabinet.sees('publish:progress.as', { name: BRIEF.title })
  await expectText(scene.row(forumText), cabinet.say('publish:marks.as', { name: BRIEF.title }))
  await judged(cabinet, `forum-sent-${person.name}`)
  const standing = (await sandbox.posts(FORUM.id)).filter(({ text }) => text === forumText)
  assert.equal(standing.length, 1)
  assert.equal(standing[0].topic, (await topic(sandbox, TOPIC)).number)
  assert.equal(standing[0].sentAs, BRIEF.id)
}

const topic = async (sandbox, title) => (await sandbox.topics(FORUM.id)).find((one) => one.title === title)

async function onPhone(scene) {
  const { cabinet, person, sandbox, forumText } = scene
  const phone = await cabinet.visitor.context.newPage()
  await phone.goto(`${sandbox.url}/#9996610001/channel-${FORUM.id}`)
  const bubble = phone.getByRole('article').filter({ hasText: forumText })
  // who says several things in a row is named once
  await expectText(phone.getByRole('log'), BRIEF.title)
  await expectText(bubble, TOPIC)
  await phone.getByRole('button', { name: TOPIC, exact: true }).click()
  await expectText(bubble, forumText)
  await fits(phone, 'the phone with topics')
  await accessible(phone, 'the phone with topics')
  await picture(phone, `forum-phone-${person.name}`)
  await phone.close()
}

async function closed(scene) {
  const { cabinet, person } = scene
  const label = cabinet.say('publish:place.closed', { title: CLOSED })
  await pick(scene, 'topic', label)
  await write(scene, `Too late, ${person.name}`)
  await cabinet.send()
  await cabinet.headline('REFUSED', `${FORUM.title} › ${CLOSED}`)
  await cabinet.sees('refusals:TOPIC_*.what')
}

async function nothingToChoose(scene) {
  const { cabinet } = scene
  await cabinet.chooseChannel(BRIEF.title)
  await expectCount(select(scene, 'topic'), 0)
  await expectCount(select(scene, 'sendAs'), 0)
}

async function judged(cabinet, name) {
  await fits(cabinet.page, name)
  await picture(cabinet.page, name)
  await accessible(cabinet.page, name)
}
