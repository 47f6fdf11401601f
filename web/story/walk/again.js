import assert from 'node:assert/strict'
import { authKeys, keysOf } from '../lib/authKeys.js'
import { expectText } from '../lib/expect.js'

const CUT = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/

/** What must be the same after a stop and a start. */
async function memory({ cabinet }) {
  const read = (path) => cabinet.page.evaluate(async (from) => (await fetch(from)).json(), path)
  const { items: accounts } = await read('/api/v1/telegram/accounts')
  const { items: channels } = await read('/api/v1/telegram/channels')
  const { items: deliveries } = await read('/api/v1/telegram/messages?limit=50')
  const { items: entries } = await read('/api/v1/telegram/logs?limit=100')
  return {
    accounts: accounts.map(({ id, name, connectedAt }) => ({ id, name, connectedAt })),
    channels: channels.map(({ id, title }) => ({ id, title })).sort((a, b) => a.id.localeCompare(b.id)),
    deliveries,
    done: entries.filter(({ kind }) => kind !== 'ACCOUNT_STATE' && kind !== 'CHANNELS_REFRESHED').map(({ id }) => id),
  }
}

/** Step 9: stop and start; nothing is lost, and nobody has to log in again anywhere. */
export async function again(suite, scenes) {
  const { app, sandbox } = scenes[0]
  const before = []
  let keysBefore

  await suite.step('Ctrl-C stops everything, also the database', async () => {
    for (const scene of scenes) before.push(await memory(scene))
    keysBefore = await authKeys(app)
    assert.equal(await app.stop(), 130) // 128 + SIGINT
    assert.equal(app.databasePid(), undefined)
  })

  await suite.step('the cabinet says quietly that live updates are cut', async () => {
    const { cabinet } = scenes[0]
    await cabinet.page.getByText(cabinet.say('shell:live.cut')).first().waitFor()
  })

  await suite.step('it starts again', async () => {
    const seconds = await app.start()
    console.log(`        (start with a database: ${seconds.toFixed(1)} s)`)
    for (const { cabinet } of scenes) {
      cabinet.visitor.faults = cabinet.visitor.faults.filter((fault) => !CUT.test(fault))
    }
  })

  for (const [index, scene] of scenes.entries()) {
    const { cabinet, person } = scene

    await suite.step(`${person.name}: still logged in, the account is connected by itself`, async () => {
      await cabinet.go('/accounts')
      const row = cabinet.page.getByRole('listitem', { name: person.plain.name })
      await expectText(row, cabinet.say('common:accountState.CONNECTED'), 30_000)
    })

    await suite.test(`${person.name}: accounts, channels, deliveries and journal are what they were`, async () => {
      const now = await memory(scene)
      now.done = now.done.slice(-before[index].done.length)
      assert.deepEqual(now, before[index])
    })

    await suite.test(`${person.name}: the same auth key, seen from Telegram's side`, async () => {
      const { id } = await sandbox.number(person.plain.phone)
      const was = keysOf(keysBefore, id).map((key) => key.id)
      assert.equal(was.length, 1)
      assert.deepEqual(keysOf(await authKeys(app), id).map((key) => key.id), was)
    })

    await suite.test(`${person.name}: and it publishes`, async () => {
      const text = `After the restart ${person.name}`
      await cabinet.visit('publish')
      await cabinet.editor().click()
      await cabinet.page.keyboard.type(text)
      await cabinet.send()
      await cabinet.headline('SENT', person.channel.title)
      const posts = await sandbox.posts(person.channel.id)
      assert.equal(posts.filter((post) => post.text === text).length, 1)
    })
  }
}
