import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium as engine } from 'playwright-core'
import { chromium, screenshots } from './settings.js'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PATIENCE_MILLIS = 15_000

export const openBrowser = () => engine.launch({ executablePath: chromium, args: FLAGS })

/** What the browser itself reports when a request is refused on purpose, as a wrong code is. */
const REFUSED = /^Failed to load resource: the server responded with a status of (401|403|404|409|422|429) /

/** A person at a browser: one context, and a memory of everything that went wrong or was answered. */
export class Visitor {
  faults = []
  answers = []

  static async enter(browser, { width, language, theme = 'light', evidence }) {
    const visitor = new Visitor()
    visitor.width = width
    visitor.context = await browser.newContext({
      viewport: { width, height: width < 600 ? 844 : 860 },
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      colorScheme: theme,
      hasTouch: width < 600,
      reducedMotion: 'reduce',
    })
    visitor.context.setDefaultTimeout(PATIENCE_MILLIS)
    await visitor.context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (violation) =>
        console.error(`CSP: ${violation.violatedDirective} ${violation.blockedURI}`),
      ),
    )
    visitor.context.on('page', (page) => visitor.#watch(page))
    visitor.page = await visitor.context.newPage()
    evidence?.visitors.push(visitor)
    return visitor
  }

  #watch(page) {
    page.on('pageerror', (error) => this.faults.push(`page error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      if (!REFUSED.test(message.text())) this.faults.push(`${message.type()}: ${message.text()} (${message.location().url})`)
    })
    page.on('response', (response) => void this.#remember(response))
  }

  async #remember(response) {
    const type = response.headers()['content-type'] ?? ''
    if (!/json/.test(type)) return
    const body = await response.text().catch(() => '')
    this.answers.push({ url: response.url(), method: response.request().method(), status: response.status(), type, body })
  }

  /** Nothing was thrown, warned of or blocked by the policy; asked once, it starts anew. */
  takeFaults() {
    return this.faults.splice(0)
  }

  async close() {
    await this.context.close()
  }
}

/** No serious or critical finding of axe on the page as it stands. */
export async function accessible(page, name) {
  await settled(page)
  // Our pages have no frames, so the mode that opens no second page is enough.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await builder.analyze()
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  assert.deepEqual(grave, [], `axe on ${name}`)
}

/** Colours between two themes are nobody's choice: waits until everything that ends has ended. */
const settled = (page) =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.effect.getComputedTiming().endTime < Infinity)
        .map((one) => one.finished),
    ),
  )

export async function fits(page, name) {
  const { wide, view } = await page.evaluate(() => ({
    wide: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
    view: document.documentElement.clientWidth,
  }))
  assert.ok(wide <= view, `${name} scrolls sideways: ${wide} px in ${view} px`)
}

/** For people: `screenshots/` shows every page in every look. */
export async function picture(page, name) {
  mkdirSync(screenshots, { recursive: true })
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' })
}
