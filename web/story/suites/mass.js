// Twenty numbers at once: a list is pasted, each row goes its own way, and a reload in the middle loses nothing.
import assert from 'node:assert/strict'
import { accessible, fits, picture } from '../lib/browser.js'
import { expectText } from '../lib/expect.js'
import { touchable } from '../lib/looks.js'
import { eachPerson, enters } from '../lib/opening.js'
import { Socks } from '../lib/socks.js'
import { eventually } from '../lib/suite.js'

const FLOODED = '9996610003'
const BANNED = '9996620009'
/** Those of the sandbox, and as many more; D in 99966DNNNN is the data centre, so half of them move there first. */
const PREMADE = ['9996610001', '9996610002', '9996620001', '9996620002', '9996620003', BANNED, '9996630001', '9996630002', '9996630003', FLOODED]
const MADE = ['9996610011', '9996610012', '9996610013', '9996610014', '9996620011', '9996620012', '9996620013', '9996630011', '9996630012', '9996630013']
/** Connected by nobody: of a list that is given up. */
const GIVEN_UP = { desk: ['9996610021', '9996620021', '9996630021'], phone: ['9996610022', '9996620022', '9996630022'] }
const OTHERS = [...MADE, ...Object.values(GIVEN_UP).flat()]
/** The sandbox does not offer who is banned. */
const OFFERED = PREMADE.length + OTHERS.length - 1
const LOCKED = ['9996610002', '9996620002', '9996630001']
const NONSENSE_LINE = 2
const people = [
  { name: 'desk', width: 1280, language: 'en', theme: 'light', email: 'mass.desk@example.org', numbers: [...PREMADE, ...MADE] },
  { name: 'phone', width: 390, language: 'ru', theme: 'dark', email: 'mass.phone@example.org', numbers: ['9996630012', '9996620002', BANNED, '9996610012', FLOODED] },
]

const masked = (phone) => `+${phone.slice(0, 3)}${'*'.repeat(phone.length - 5)}${phone.slice(-2)}`

/** A pace for the impatient, and proxies on this machine. */
const SETTINGS = { CF_CONNECT_STARTS_PER_MINUTE: '1200', CF_CONNECT_OPEN: '25', CF_PROXY_PRIVATE_NETWORKS: 'true' }

export const mass = (suite, evidence) => eachPerson(suite, evidence, people, walk, SETTINGS)

/** The list as somebody would paste it, with a line of nonsense and a number that comes twice. */
function pasted(numbers) {
  const lines = numbers.map((phone, index) => (index % 2 === 0 ? `+${phone}` : `00 ${phone.slice(0, 5)} (${phone[5]}) ${phone.slice(6)}`))
  lines.splice(NONSENSE_LINE - 1, 0, 'Anna')
  return [...lines, numbers[0]].join('\n')
}

const lineOf = (numbers, phone) => {
  const line = numbers.indexOf(phone) + 1
  return line < NONSENSE_LINE ? line : line + 1
}

async function walk(suite, scene) {
  const { cabinet, person: look, sandbox } = scene
  const { page } = cabinet
  const { numbers } = look
  const total = numbers.length
  const shown = {}
  const judged = async (name) => {
    await picture(page, `mass-${name}-${look.name}`)
    await fits(page, name)
    await accessible(page, name)
    if (cabinet.isPhone) await touchable(page, name)
  }
  const label = (kind, phone) => cabinet.say(`many:${kind}`, { line: lineOf(numbers, phone), phone: masked(phone) })
  const codeOf = (phone) => page.getByLabel(label('code', phone), { exact: true })
  const passwordOf = (phone) => page.getByLabel(label('password', phone), { exact: true })
  const state = page.getByRole('region', { name: cabinet.say('many:state') })
  const list = async () => (await shown.api.get(`/api/v1/telegram/connect/batches/${shown.id}`)).rows
  const enter = async (phone) => codeOf(phone).fill(await sandbox.code(phone))

  await suite.step(`${look.name}: a pasted list is counted and its faults are told before it is sent`, async () => {
    await sandbox.fault({ number: FLOODED, method: 'auth.sendCode', kind: 'FLOOD_WAIT', seconds: 6, times: 1 })
    for (const phone of OTHERS) await sandbox.set(phone, { name: `Person ${phone.slice(-4)}` })
    shown.api = await enters(scene)
    await cabinet.go('/accounts/connect')
    await cabinet.link('many:wayOpen').click()
    await cabinet.at('/accounts/several')
    const field = cabinet.field('many:numbers')
    await page.getByRole('button', { name: cabinet.counted('many:takeSandbox', OFFERED), exact: true }).click()
    await expectText(page.getByRole('main'), cabinet.counted('many:good', OFFERED))
    await field.fill(pasted(numbers))
    await expectText(page.getByRole('main'), cabinet.counted('many:good', total))
    await cabinet.sees('many:fault.unreadable', { line: NONSENSE_LINE })
    await cabinet.sees('many:fault.repeated', { line: total + 2, other: 1 })
    await judged('list')
  })

  await suite.step(`${look.name}: every number is asked for its code, one waits as Telegram says, one is refused`, async () => {
    await page.getByRole('button', { name: cabinet.counted('many:begin', total), exact: true }).click()
    await page.waitForURL((url) => url.searchParams.has('list'))
    shown.id = new URL(page.url()).searchParams.get('list')
    await cabinet.sees('many:step.HELD')
    await cabinet.seesProblem('phone-number-banned')
    for (const phone of numbers.filter((one) => one !== BANNED && one !== FLOODED)) await codeOf(phone).waitFor()
    await judged('codes')
  })

  await suite.step(`${look.name}: codes are typed one after the other without a mouse`, async () => {
    const typed = numbers.filter((one) => one !== BANNED && one !== FLOODED).slice(0, Math.ceil(total / 3))
    await codeOf(typed[0]).focus()
    for (const phone of typed) {
      await eventually(() => codeOf(phone).evaluate((field) => field === document.activeElement), `the focus of line ${lineOf(numbers, phone)}`)
      await page.keyboard.type(await sandbox.code(phone))
      await codeOf(phone).waitFor({ state: 'detached' })
    }
    shown.typed = typed
  })

  await suite.step(`${look.name}: after a reload it is all there, and the connect page leads back to it`, async () => {
    await page.reload()
    await state.waitFor()
    await cabinet.go('/accounts/connect')
    const open = page.getByRole('list', { name: cabinet.say('many:open.title') }).getByRole('listitem')
    await expectText(open, cabinet.counted('many:open.list', total))
    await judged('unfinished')
    await open.getByRole('link', { name: cabinet.say('many:open.continue'), exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('list') === shown.id)
    const locked = LOCKED.filter((phone) => shown.typed.includes(phone))
    for (const phone of locked) await passwordOf(phone).waitFor()
  })

  await suite.step(`${look.name}: all ends as it should, and no number was asked twice`, async () => {
    for (const phone of numbers.filter((one) => one !== BANNED && !shown.typed.includes(one))) await enter(phone)
    await judged('entered')
    for (const phone of numbers.filter((one) => LOCKED.includes(one))) {
      await passwordOf(phone).fill(`sandbox-${phone.slice(-4)}`)
      await passwordOf(phone).press('Enter')
    }
    await expectText(state, cabinet.say('many:progress', { connected: total - 1, total }))
    const rows = await list()
    const steps = Object.fromEntries(rows.map(({ line, step }) => [line, step]))
    for (const phone of numbers) assert.equal(steps[lineOf(numbers, phone)], phone === BANNED ? 'REFUSED' : 'CONNECTED', phone)
    const { items } = await shown.api.get('/api/v1/telegram/accounts')
    assert.equal(items.length, total - 1)
    assert.deepEqual([...new Set(items.map(({ dc }) => dc))].sort(), [1, 2, 3])
    assert.equal((await shown.api.get('/api/v1/telegram/logs?kind=LOGIN_CODE_SENT&result=OK&limit=100')).items.length, total - 1)
    await judged('done')
  })

  await suite.step(`${look.name}: what was refused is tried again, refused again, and the accounts are one step away`, async () => {
    await page.getByRole('button', { name: cabinet.say('many:retryRow', { line: lineOf(numbers, BANNED) }), exact: true }).click()
    await eventually(async () => (await list()).find(({ line }) => line === lineOf(numbers, BANNED)).step === 'REFUSED', 'the second refusal')
    await cabinet.link('many:toAccounts').click()
    await cabinet.at('/accounts')
  })

  await givenUp(suite, { ...scene, api: shown.api }, judged)
}

/** Another list, all of it through a proxy, is given up as a whole; what was connected before stays. */
async function givenUp(suite, { cabinet, person: look, evidence, api }, judged) {
  const { page } = cabinet
  const numbers = GIVEN_UP[look.name]
  const socks = await Socks.start('mara', 'two-lamps-and-a-lane')
  evidence.secret("the password of a list's proxy", 'two-lamps-and-a-lane')
  try {
    await suite.step(`${look.name}: a list goes through one proxy, and not at all while that one does not work`, async () => {
      await cabinet.go('/accounts/several')
      await cabinet.field('many:numbers').fill(numbers.map((phone) => `+${phone}`).join('\n'))
      await page.getByRole('switch', { name: cabinet.say('accounts:way.title') }).press('Space')
      const begin = page.getByRole('button', { name: cabinet.counted('many:begin', numbers.length), exact: true })
      assert.ok(await begin.isDisabled())
      await cabinet.field('accounts:proxy.link').fill(`https://t.me/socks?server=127.0.0.1&port=${socks.port}&user=mara&pass=two-lamps-and-a-wall`)
      await begin.click()
      await cabinet.seesProblem('proxy-login-refused')
      await judged('proxy-refused')
      assert.deepEqual(socks.destinations, [])
      await cabinet.field('accounts:proxy.password').fill('two-lamps-and-a-lane')
      await begin.click()
      await page.waitForURL((url) => url.searchParams.has('list'))
      for (const phone of numbers) await page.getByLabel(cabinet.say('many:code', { line: numbers.indexOf(phone) + 1, phone: masked(phone) }), { exact: true }).waitFor()
      assert.ok(socks.destinations.length > numbers.length, 'the test and each number went through the proxy')
    })

    await suite.step(`${look.name}: the whole list is cancelled, at Telegram too`, async () => {
      const before = (await api.get('/api/v1/telegram/accounts')).items.length
      const id = new URL(page.url()).searchParams.get('list')
      await cabinet.button('many:cancelAll').click()
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await judged('cancel')
      await dialog.getByRole('button', { name: cabinet.say('many:cancelAll'), exact: true }).click()
      const rows = async () => (await api.get(`/api/v1/telegram/connect/batches/${id}`)).rows
      await eventually(async () => (await rows()).every(({ step }) => step === 'CANCELLED'), 'the end of every row')
      await expectText(page.getByRole('table'), cabinet.say('many:step.CANCELLED'))
      await cabinet.link('many:another').waitFor()
      await judged('cancelled')
      assert.equal((await api.get('/api/v1/telegram/accounts')).items.length, before)
      assert.equal((await api.get('/api/v1/telegram/connect')).items.length, 0)
    })
  } finally {
    socks.stop()
  }
}
