// The life of an account: its page, its devices, its rest, its proxy, and sessions that come in and go out.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Api } from '../lib/api.js'
import { App } from '../lib/app.js'
import { accessible, fits, openBrowser, picture, Visitor } from '../lib/browser.js'
import { Cabinet } from '../lib/cabinet.js'
import { expectCount, expectText } from '../lib/expect.js'
import { touchable } from '../lib/looks.js'
import { Sandbox } from '../lib/sandbox.js'
import { Socks } from '../lib/socks.js'
import { eventually } from '../lib/suite.js'

const OWNER = { email: 'vera.accounts@example.org', password: 'a-lantern-for-every-window' }
const PHONE = '9996610001'
const NAME = 'Анна Соколова'
/** Whom each look connects through a proxy from the first contact on; the second one moves to another data centre on the way. */
const BEHIND = { desk: '9996610003', phone: '9996620001' }
const PROXY = { user: 'anna', password: 'between-two-lamps', wrong: 'between-two-walls' }
const LOOKS = [
  { name: 'desk', width: 1280, language: 'en', theme: 'light' },
  { name: 'phone', width: 390, language: 'ru', theme: 'dark' },
]

export async function accounts(suite, evidence) {
  const app = await App.prepare()
  const browser = await openBrowser()
  const scene = { app, browser, sandbox: new Sandbox(app.sandboxUrl), api: new Api(app, evidence), evidence }
  try {
    await suite.step('a member has an account, which is logged in on another device, too', () => begin(scene))
    for (const look of LOOKS) {
      // What this visitor is answered holds a login on purpose, so it is no evidence of a leak.
      const visitor = await Visitor.enter(browser, look)
      const cabinet = new Cabinet(visitor, app.url, look.language)
      suite.onFailure = (fact) => picture(visitor.page, `failed-${fact.slice(0, 40).replace(/\W+/g, '-')}`)
      await walk(suite, { ...scene, cabinet, look })
      await suite.test(`${look.name}: the browser's console is clean`, async () => assert.deepEqual(visitor.takeFaults(), []))
      await visitor.close()
    }
  } finally {
    evidence.said.push(app.said())
    await browser.close()
    await app.stop().catch(() => {})
    app.abandon()
  }
}

async function begin(scene) {
  await scene.app.start({}, { CF_PROXY_PRIVATE_NETWORKS: 'true' })
  await scene.api.register(OWNER.email)
  scene.account = await connected(scene, scene.api)
  scene.evidence.secret('the password of a proxy', PROXY.password)
}

async function connected({ sandbox }, api) {
  const login = await api.post('/api/v1/telegram/connect', { phoneNumber: PHONE }, 201)
  const code = await sandbox.code(PHONE)
  const { accountId } = await api.post(`/api/v1/telegram/connect/${login.id}/code`, { code })
  await eventually(async () => (await api.get(`/api/v1/telegram/accounts/${accountId}`)).state === 'CONNECTED', 'the account')
  return accountId
}

/** Another member of the installation connects the same number: for Telegram that is another device. */
async function otherDevice(scene, look) {
  const other = new Api(scene.app, scene.evidence)
  const email = `other.${look.name}@example.org`
  await other.register(email)
  const account = await connected(scene, other)
  await planned(other, account)
  return { api: other, email, account }
}

async function planned(api, account) {
  const channels = () => api.get(`/api/v1/telegram/channels?accountId=${account}`)
  await eventually(async () => (await channels()).items.some(({ canPost }) => canPost), 'its channels')
  const channel = (await channels()).items.find(({ canPost }) => canPost)
  const plannedAt = new Date(Date.now() + 86_400_000).toISOString()
  const post = { channelId: channel.id, text: 'This one waits.', entities: [], plannedAt }
  await api.post('/api/v1/telegram/messages', post, 201, { 'Idempotency-Key': `waits-${account}` })
}

async function walk(suite, scene) {
  const { cabinet, look, account } = scene
  const { page } = cabinet
  const judged = async (name) => {
    await picture(page, `account-${name}-${look.name}`)
    await fits(page, name)
    await accessible(page, name)
    if (cabinet.isPhone) await touchable(page, name)
  }

  let other
  await suite.step(`${look.name}: the list leads to the account's own page`, async () => {
    other = await otherDevice(scene, look)
    await signIn(cabinet)
    await cabinet.go('/accounts')
    await page.getByRole('link', { name: NAME, exact: true }).click()
    await cabinet.at(`/accounts/${account}`)
    await expectText(page.getByRole('region', { name: cabinet.say('accounts:page.state') }), cabinet.say('common:accountState.CONNECTED'))
    await page.getByRole('list', { name: cabinet.say('accounts:page.channels') }).waitFor()
    await judged('page')
  })

  await suite.step(`${look.name}: a device that is not wanted is ended`, async () => {
    const devices = page.getByRole('list', { name: cabinet.say('accounts:page.devices') }).getByRole('listitem')
    await expectCount(devices, 2)
    await devices.getByRole('button').click()
    await page.getByRole('dialog').getByRole('button', { name: cabinet.say('accounts:page.end'), exact: true }).click()
    await expectCount(devices, 1)
  })

  await suite.step(`${look.name}: whose session that was is written to, once, and the link leads to the account`, () => ended(scene, other))

  await suite.step(`${look.name}: it is paused, and the pause is taken back`, async () => {
    const state = page.getByRole('region', { name: cabinet.say('accounts:page.state') })
    await cabinet.button('accounts:page.pause').click()
    await expectText(state, cabinet.say('accounts:why.PAUSED'))
    await judged('paused')
    await cabinet.button('common:undo').click()
    await expectText(state, cabinet.say('common:accountState.CONNECTED'))
  })

  await proxied(suite, scene, judged)

  await suite.step(`${look.name}: its session is shown for another program, and a session that is none has its own result`, async () => {
    await cabinet.closeToasts()
    await cabinet.button('accounts:export.act').click()
    const shown = page.getByLabel(cabinet.say('accounts:export.session'), { exact: true })
    await shown.waitFor()
    const session = await shown.textContent()
    assert.match(session, /^1[\w-]+=*$/)
    await cabinet.go('/accounts/import')
    await cabinet.field('handover:lines').fill(`${session}\nnonsense`)
    const byProxy = page.getByRole('switch', { name: cabinet.say('accounts:way.title') })
    await byProxy.press('Space')
    assert.ok(await cabinet.button('handover:take').isDisabled())
    await judged('import-proxy')
    await byProxy.press('Space')
    await judged('import')
    await cabinet.button('handover:take').click()
    const results = page.getByRole('list', { name: cabinet.say('handover:results') }).getByRole('listitem')
    await expectText(results.nth(0), cabinet.say('problems:account-already-connected.what'))
    await expectText(results.nth(1), cabinet.say('problems:session-unreadable.what'))
    await judged('imported')
  })

  await suite.step(`${look.name}: Telegram Desktop gets its folder as a file`, async () => {
    await cabinet.go(`/accounts/${account}`)
    const format = page.getByRole('combobox', { name: cabinet.say('accounts:export.format') })
    await format.waitFor()
    // What is still being read above it would move it out of sight, and its list with it.
    await expectCount(page.getByRole('status', { name: cabinet.say('common:loading'), exact: true }), 0)
    await format.click()
    await page.getByRole('option', { name: /tdata/ }).click()
    await cabinet.button('accounts:export.act').click()
    const saved = page.waitForEvent('download')
    await cabinet.button('accounts:export.save').click()
    const zip = readFileSync(await (await saved).path())
    assert.equal(zip.subarray(0, 2).toString(), 'PK')
    assert.ok(zip.includes('tdata/key_datas'), 'the key file is in it')
    await judged('tdata')
  })

  await behindProxy(suite, scene, judged)
  await botBehindProxy(suite, scene, judged)

  await suite.step(`${look.name}: the audit has that it was given out, as the owner is admin`, async () => {
    await cabinet.go('/audit?action=account.export')
    await expectText(page.getByRole('row').nth(1), cabinet.say('audit:action.account.export'))
    await judged('audit')
  })
}

async function ended({ app, browser, cabinet, look, evidence }, { api, email, account }) {
  // An idle account learns of it with its next call.
  await api.post(`/api/v1/telegram/accounts/${account}/channels/refresh`, undefined, 409)
  const link = await app.mailbox.link(email, `/accounts/${account}`)
  const mails = (await app.mailbox.all()).filter((mail) => mail.to === email && mail.links.includes(link))
  assert.equal(mails.length, 1)
  const visitor = await Visitor.enter(browser, { ...look, evidence })
  const theirs = new Cabinet(visitor, app.url, look.language)
  await visitor.page.goto(app.mailbox.url)
  await picture(visitor.page, `account-mail-${look.name}`)
  await signIn(theirs, { ...OWNER, email })
  await visitor.page.goto(link)
  const state = visitor.page.getByRole('region', { name: theirs.say('accounts:page.state') })
  await expectText(state, cabinet.say('common:accountState.NEEDS_LOGIN'))
  await theirs.go('/settings/profile')
  const name = theirs.say('settings:mails.accounts')
  await visitor.page.getByRole('switch', { name }).press('Space')
  await visitor.page.getByRole('switch', { name, checked: false }).waitFor()
  await fits(visitor.page, 'mails')
  await accessible(visitor.page, 'mails')
  await picture(visitor.page, `account-mails-off-${look.name}`)
  await visitor.close()
}

/** A proxy is tested, kept, fails, comes back, and is taken away. */
async function proxied(suite, { cabinet, look }, judged) {
  const { page } = cabinet
  const region = (name) => page.getByRole('region', { name: cabinet.say(name), exact: true })
  const linkWith = (password) => `https://t.me/socks?server=127.0.0.1&port=${socks.port}&user=${PROXY.user}&pass=${password}`
  const socks = await Socks.start(PROXY.user, PROXY.password)
  try {
    await suite.step(`${look.name}: a proxy with a wrong password is refused and not kept`, async () => {
      await cabinet.closeToasts()
      await expectText(region('accounts:proxy.title'), cabinet.say('accounts:proxy.none'))
      await cabinet.field('accounts:proxy.link').fill(linkWith(PROXY.wrong))
      assert.equal(await cabinet.field('accounts:proxy.host').inputValue(), '127.0.0.1')
      assert.equal(await cabinet.field('accounts:proxy.link').inputValue(), '')
      await cabinet.button('accounts:proxy.act').click()
      await cabinet.seesProblem('proxy-login-refused')
      await judged('proxy-refused')
      await expectText(region('accounts:proxy.title'), cabinet.say('accounts:proxy.none'))
    })

    await suite.step(`${look.name}: with the right one Telegram answers through it, and the account goes that way`, async () => {
      await cabinet.field('accounts:proxy.password').fill(PROXY.password)
      await cabinet.button('accounts:proxy.act').click()
      await expectText(region('accounts:proxy.title'), `SOCKS5 127.0.0.1:${socks.port}`)
      assert.equal(await cabinet.field('accounts:proxy.password').inputValue(), '')
      await eventually(() => socks.destinations.length >= 2, 'the test and the account at the proxy')
      await expectText(region('accounts:page.state'), cabinet.say('common:accountState.CONNECTED'))
      await judged('proxy')
    })

    await suite.step(`${look.name}: a proxy that dies is said so, and the account comes back with it`, async () => {
      await cabinet.closeToasts()
      socks.fail()
      await expectText(region('accounts:page.state'), cabinet.say('common:accountState.PROXY_FAILED'))
      await expectText(region('accounts:page.state'), cabinet.say('problems:proxy-silent.what'))
      await judged('proxy-failed')
      socks.refusing = false
      await expectText(region('accounts:page.state'), cabinet.say('common:accountState.CONNECTED'), 60_000)
    })

    await suite.step(`${look.name}: it is taken away after a question, and the account connects directly`, async () => {
      await cabinet.button('accounts:proxy.remove').click()
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await judged('proxy-remove')
      await dialog.getByRole('button', { name: cabinet.say('accounts:proxy.remove'), exact: true }).click()
      await expectText(region('accounts:proxy.title'), cabinet.say('accounts:proxy.none'))
      socks.fail()
      await expectText(region('accounts:page.state'), cabinet.say('common:accountState.CONNECTED'))
    })
  } finally {
    socks.stop()
  }
}

/** A bot comes through a proxy, too. */
async function botBehindProxy(suite, { cabinet, look, sandbox, evidence }, judged) {
  const { page } = cabinet
  const socks = await Socks.start(PROXY.user, PROXY.password)
  try {
    await suite.step(`${look.name}: a bot is added through a proxy, which stays its own`, async () => {
      const { token } = await sandbox.bot({ owner: PHONE, name: `Brief ${look.name}`, username: `brief_${look.name}_bot` })
      evidence.secret("a bot's token", token)
      await cabinet.go('/accounts')
      await cabinet.field('accounts:bots.token').fill(token)
      await page.getByRole('switch', { name: cabinet.say('accounts:way.title') }).press('Space')
      assert.ok(await cabinet.button('accounts:bots.add').isDisabled())
      await cabinet.field('accounts:proxy.link').fill(`https://t.me/socks?server=127.0.0.1&port=${socks.port}&user=${PROXY.user}&pass=${PROXY.wrong}`)
      await cabinet.button('accounts:bots.add').click()
      await cabinet.seesProblem('proxy-login-refused')
      await judged('bot-proxy-refused')
      assert.deepEqual(socks.destinations, [])
      await cabinet.field('accounts:proxy.password').fill(PROXY.password)
      await cabinet.button('accounts:bots.add').click()
      await page.getByRole('link', { name: `Brief ${look.name}`, exact: true }).click()
      await expectText(page.getByRole('region', { name: cabinet.say('accounts:proxy.title'), exact: true }), `SOCKS5 127.0.0.1:${socks.port}`)
      await expectText(page.getByRole('region', { name: cabinet.say('accounts:page.state') }), cabinet.say('common:accountState.CONNECTED'))
      assert.ok(socks.destinations.length >= 3, 'the test, the first contact and the bot went through the proxy')
    })
  } finally {
    socks.stop()
  }
}

/** A new account whose first contact goes through a proxy already; a proxy that does not work lets nothing out. */
async function behindProxy(suite, { cabinet, look, sandbox, api }, judged) {
  const { page } = cabinet
  const phone = BEHIND[look.name]
  const socks = await Socks.start(PROXY.user, PROXY.password)
  try {
    await suite.step(`${look.name}: who wants a proxy for a new account cannot go without it by mistake`, async () => {
      await cabinet.go('/accounts/connect')
      await page.getByRole('switch', { name: cabinet.say('accounts:way.title') }).press('Space')
      await cabinet.sees('accounts:way.open')
      await cabinet.field('connect:phone.label').fill(`+${phone}`)
      assert.ok(await cabinet.button('connect:phone.send').isDisabled())
      assert.ok(await cabinet.button('connect:qr.show').isDisabled())
      await cabinet.field('accounts:proxy.link').fill(`https://t.me/socks?server=127.0.0.1&port=${socks.port}&user=${PROXY.user}&pass=${PROXY.wrong}`)
      await cabinet.button('connect:phone.send').click()
      await cabinet.seesProblem('proxy-login-refused')
      await judged('connect-proxy-refused')
      assert.deepEqual(socks.destinations, [])
    })

    await suite.step(`${look.name}: with its password the login goes through the proxy, and the account after it`, async () => {
      const known = (await api.get('/api/v1/telegram/accounts')).items.map(({ id }) => id)
      await cabinet.field('accounts:proxy.password').fill(PROXY.password)
      await cabinet.button('connect:phone.send').click()
      await cabinet.field('connect:code.label').waitFor()
      await cabinet.enterCode(await sandbox.code(phone))
      await page.getByRole('heading', { name: cabinet.like('connect:done.title') }).waitFor()
      const { id } = (await api.get('/api/v1/telegram/accounts')).items.find((one) => !known.includes(one.id))
      await cabinet.go(`/accounts/${id}`)
      await expectText(page.getByRole('region', { name: cabinet.say('accounts:proxy.title'), exact: true }), `SOCKS5 127.0.0.1:${socks.port}`)
      await expectText(page.getByRole('region', { name: cabinet.say('accounts:page.state') }), cabinet.say('common:accountState.CONNECTED'))
      assert.ok(socks.destinations.length >= 3, 'the test, the login and the account went through the proxy')
    })
  } finally {
    socks.stop()
  }
}

async function signIn(cabinet, { email, password } = OWNER) {
  await cabinet.go('/login')
  await cabinet.field('auth:email').fill(email)
  await cabinet.field('auth:password').fill(password)
  await cabinet.button('auth:logIn').click()
  await cabinet.at('/dashboard')
}
