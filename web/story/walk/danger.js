// What happens to a channel in Telegram shows in the cabinet by itself, before a planned post is due.
import { accessible, fits, picture } from '../lib/browser.js'
import { expectCount, expectText } from '../lib/expect.js'

const PHONE = '9996610001'
const OWNER = '9996630002'
const MAY_POST = { role: 'ADMIN', rights: ['post_messages'] }
const MAY_NOT = { role: 'MEMBER' }

export async function inDanger(suite, scene) {
  await suite.step('a channel that lets the account post appears without a reload', () => appears(scene))
  await suite.step('a right that is taken shows at the planned post, in the channels and on the dashboard', () => taken(scene))
  await suite.step('the channel is renamed under the eyes of the person', () => renamed(scene))
  await suite.step('when the right comes back the warning goes', () => givenBack(scene))
}

const row = ({ cabinet }, title) => cabinet.page.getByRole('listitem', { name: title })

const warning = ({ cabinet }, danger) => cabinet.page.getByText(cabinet.say(`common:danger.${danger}.what`))

async function appears(scene) {
  const { cabinet, person, sandbox } = scene
  scene.endangered = `Harbour news, ${person.name}`
  await cabinet.visit('channels')
  scene.foreign = await sandbox.found(OWNER, scene.endangered)
  await sandbox.place(scene.foreign, PHONE, MAY_POST)
  await expectText(row(scene, scene.endangered), cabinet.say('channels:role.poster'))
}

async function taken(scene) {
  const { cabinet, person, sandbox } = scene
  await plan(scene)
  await cabinet.visit('publish')
  const planned = scene.list('publish:planned.title').getByRole('listitem').filter({ hasText: 'Ships of tomorrow' })
  await planned.waitFor()
  await expectCount(warning(scene, 'NO_RIGHT'), 0)
  await sandbox.place(scene.foreign, PHONE, MAY_NOT)
  await expectText(planned, cabinet.say('common:danger.NO_RIGHT.what'))
  await judged(cabinet, `danger-planned-${person.name}`)
  await cabinet.visit('dashboard')
  await warning(scene, 'NO_RIGHT').first().waitFor()
  await judged(cabinet, `danger-dashboard-${person.name}`)
}

/** By the page's own session: the composer is walked elsewhere. */
const plan = ({ cabinet, foreign }) =>
  cabinet.page.evaluate(async (telegramId) => {
    const { items } = await (await fetch('/api/v1/telegram/channels')).json()
    const channel = items.find((one) => one.telegramId === telegramId && one.canPost)
    const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1]
    const response = await fetch('/api/v1/telegram/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({
        channelId: channel.id,
        text: 'Ships of tomorrow',
        entities: [],
        plannedAt: new Date(Date.now() + 86_400_000).toISOString(),
      }),
    })
    if (!response.ok) throw new Error(`planning: ${response.status}`)
  }, foreign)

async function renamed(scene) {
  const { cabinet, person, sandbox } = scene
  await cabinet.visit('channels')
  await expectText(row(scene, scene.endangered), cabinet.say('common:danger.NO_RIGHT.what'))
  scene.endangered = `Port news, ${person.name}`
  await sandbox.rename(scene.foreign, scene.endangered)
  await expectText(row(scene, scene.endangered), cabinet.say('common:danger.NO_RIGHT.what'))
  await judged(cabinet, `danger-channels-${person.name}`)
}

async function givenBack(scene) {
  const { cabinet, sandbox } = scene
  await sandbox.place(scene.foreign, PHONE, MAY_POST)
  await expectText(row(scene, scene.endangered), cabinet.say('channels:role.poster'))
  await expectCount(warning(scene, 'NO_RIGHT'), 0)
}

async function judged({ page }, name) {
  await fits(page, name)
  await accessible(page, name)
  await picture(page, name)
}
