import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Visitor } from '../lib/browser.js'
import { focusIsSeen, shiftsOf, touchable, watchShifts } from '../lib/looks.js'
import { webFiles } from '../lib/settings.js'

/** Nothing that a person would notice: the browsers' own limit for "good" is ten times as much. */
const SHIFT_LIMIT = 0.01
const BUDGET_BYTES = 150 * 1024

/** What a stranger meets first: light, steady, and an app that can be installed. */
export async function firstLook(suite, browser, app) {
  for (const [width, language] of [[1280, 'en'], [390, 'ru']]) {
    await suite.test(`the sign-in page at ${width} px does not shift while it is painted, and loads what its budget counts`, async () => {
      const visitor = await Visitor.enter(browser, { width, language })
      await watchShifts(visitor.context)
      const network = await visitor.context.newCDPSession(visitor.page)
      await network.send('Network.enable')
      let received = 0
      const scripts = new Map()
      // What has come when the body begins is the head, and that is no JavaScript.
      network.on('Network.responseReceived', ({ requestId, type, response }) => type === 'Script' && scripts.set(requestId, response.encodedDataLength))
      network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => scripts.has(requestId) && (received += encodedDataLength - scripts.get(requestId)))
      await visitor.page.goto(`${app.url}/login`)
      await visitor.page.getByRole('heading', { level: 1 }).waitFor()
      await visitor.page.evaluate(() => document.fonts.ready)
      await visitor.page.waitForTimeout(300)
      const shifts = await shiftsOf(visitor.page)
      const sum = shifts.reduce((all, { value }) => all + value, 0)
      console.log(`        (layout shift ${sum.toFixed(4)}, ${(received / 1024).toFixed(1)} KB of JavaScript over the wire in ${scripts.size} files)`)
      assert.ok(sum <= SHIFT_LIMIT, `shifted by ${sum}: ${JSON.stringify(shifts)}`)
      assert.ok(received > 0 && received <= BUDGET_BYTES, `${received} bytes of JavaScript`)
      if (width === 390) await touchable(visitor.page, 'login')
      await focusIsSeen(visitor.page, 'login')
      await visitor.close()
    })
  }
  await suite.test('the cabinet can be installed as an app', () => installable(browser, app))
}

async function installable(browser, app) {
  const visitor = await Visitor.enter(browser, { width: 1280, language: 'en' })
  await visitor.page.goto(`${app.url}/login`)
  const session = await visitor.context.newCDPSession(visitor.page)
  const { errors, data } = await session.send('Page.getAppManifest')
  assert.deepEqual(errors, [])
  const manifest = JSON.parse(data)
  for (const name of ['name', 'short_name', 'id', 'start_url', 'theme_color', 'background_color']) assert.ok(manifest[name], name)
  assert.equal(manifest.display, 'standalone')
  for (const purpose of ['any', 'maskable']) {
    for (const side of [192, 512]) {
      const icon = manifest.icons.find(({ sizes, purpose: meant }) => sizes === `${side}x${side}` && meant === purpose)
      assert.ok(icon, `no ${purpose} icon of ${side}`)
      const png = readFileSync(join(webFiles, icon.src))
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [side, side], icon.src)
    }
  }
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), [])
  await visitor.close()
}

/** The keyboard alone: palette, list of keys, search; and what is said when the stream of news is cut. */
export async function handsOnKeys(suite, { cabinet }) {
  const { page } = cabinet
  await suite.test('by keyboard alone one goes anywhere, and asks what the keys are', async () => {
    await cabinet.go('/dashboard')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const palette = page.getByRole('dialog').locator('input')
    // The palette comes after the page, so as not to delay it: a person presses again.
    for (let tries = 0; tries < 20 && !(await palette.isVisible()); tries++) {
      await page.keyboard.press('Control+k')
      await page.waitForTimeout(250)
    }
    await palette.waitFor()
    await page.keyboard.type(cabinet.say('shell:place.journal'))
    await page.keyboard.press('Enter')
    await cabinet.at('/journal')
    await cabinet.heading('journal:title')
    await page.keyboard.press('/')
    await page.waitForFunction(() => document.activeElement?.closest('[role=search]'))
    await page.evaluate(() => document.activeElement.blur())
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: cabinet.say('shell:keys.title') }).waitFor()
    await page.keyboard.press('Escape')
    for (const path of ['/dashboard', '/settings/profile']) {
      await cabinet.go(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await focusIsSeen(page, path, 10)
    }
  })

  await suite.test('on a phone nothing that one presses is smaller than a finger', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/dashboard', '/settings/profile', '/accounts', '/channels', '/journal', '/accounts/connect']) {
      await cabinet.go(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await touchable(page, path)
    }
    await page.setViewportSize({ width: 1280, height: 860 })
  })

  await suite.test('when the stream of news is cut a quiet mark says so, and it goes when the stream flows again', async () => {
    const mark = page.getByText(cabinet.say('shell:live.cut'))
    await page.route('**/api/v1/telegram/events', (route) => route.abort())
    await cabinet.go('/dashboard')
    await mark.first().waitFor({ state: 'attached' })
    await page.unroute('**/api/v1/telegram/events')
    await mark.first().waitFor({ state: 'detached' })
    cabinet.visitor.takeFaults()
  })
}

/** Name, language, zone and theme belong to the person, not to the browser. */
export async function profile(suite, browser, { app, cabinet, person }) {
  const { page } = cabinet
  await suite.test('language, zone and theme go with the member to the next browser', async () => {
    await cabinet.go('/settings/profile')
    await page.getByText(cabinet.say('common:themes.dark'), { exact: true }).click()
    const zone = page.getByRole('combobox', { name: cabinet.say('settings:zone.name') })
    await zone.fill('Tokyo')
    await page.getByRole('option', { name: /Tokyo/ }).click()
    await page.waitForFunction(async () => {
      const me = await (await fetch('/api/auth/me')).json()
      return me.theme === 'dark' && me.timeZone === 'Asia/Tokyo'
    })
    const elsewhere = await Visitor.enter(browser, { width: 1280, language: 'en' })
    await elsewhere.page.goto(`${app.url}/login`)
    await elsewhere.page.getByLabel(cabinet.say('auth:email'), { exact: true }).fill(person.email)
    await elsewhere.page.getByLabel(cabinet.say('auth:password'), { exact: true }).fill(person.password)
    await elsewhere.page.getByRole('button', { name: cabinet.say('auth:logIn'), exact: true }).click()
    await elsewhere.page.locator('html[data-mantine-color-scheme=dark]').waitFor()
    await elsewhere.page.getByText(/GMT\+9/).first().waitFor()
    await elsewhere.close()
    await page.getByText(cabinet.say('common:themes.auto'), { exact: true }).click()
  })
}
