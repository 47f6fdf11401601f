// What a person does in the cabinet, found by role and by the words on the screen.
import { expectText } from './expect.js'
import { patternOf, wordsOf } from './words.js'

export class Cabinet {
  constructor(visitor, url, language) {
    this.visitor = visitor
    this.page = visitor.page
    this.url = url
    this.language = language
    this.say = wordsOf(language)
    this.like = patternOf(language)
    this.isPhone = visitor.width < 600
  }

  go = (path) => this.page.goto(this.url + path)
  at = (path) => this.page.waitForURL((url) => url.pathname === path)
  heading = (name) => this.page.getByRole('heading', { level: 1, name: this.say(name), exact: true }).waitFor()
  button = (name, values) => this.page.getByRole('button', { name: this.say(name, values), exact: true })
  link = (name) => this.page.getByRole('link', { name: this.say(name), exact: true })
  field = (name) => this.page.getByLabel(this.say(name), { exact: true })
  sees = (name, values) => this.page.getByText(this.say(name, values)).first().waitFor()

  /** A text with a number, in the form that the language has for it. */
  counted = (name, count) => this.say(`${name}_${new Intl.PluralRules(this.language).select(count)}`, { count })

  /** A problem's own two sentences: what happened and what to do. */
  async seesProblem(code) {
    await this.sees(`problems:${code}.what`)
    await this.sees(`problems:${code}.remedy`)
  }

  /** Through the sidebar, which on a phone is behind the burger. */
  async visit(place) {
    if (this.isPhone) await this.openMenu()
    const scope = this.isPhone ? this.page.getByRole('dialog') : this.page.getByRole('complementary')
    await scope.getByRole('link', { name: this.say(`shell:place.${place}`), exact: true }).click()
    await this.at(`/${place}`)
    if (this.isPhone) await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  /** On a phone what has just been said lies over the lower buttons until it is put away. */
  async closeToasts() {
    const close = this.page.getByRole('alert').getByRole('button', { name: this.say('common:close'), exact: true })
    while ((await close.count()) > 0) await close.first().click({ timeout: 2000 }).catch(() => {})
  }

  async openMenu() {
    await this.button('shell:openMenu').click()
    await this.page.getByRole('dialog').waitFor()
  }

  async typePhone(phone) {
    await this.field('connect:phone.label').fill(phone)
    await this.button('connect:phone.send').click()
  }

  /** From the accounts page to the code step. */
  async askForCode(phone) {
    await this.go('/accounts/connect')
    await this.typePhone(phone)
    await this.field('connect:code.label').waitFor()
  }

  enterCode = (code) => this.field('connect:code.label').fill(code)

  async enterPassword(password) {
    await this.field('connect:password.label').fill(password)
    await this.button('connect:password.confirm').click()
  }

  async seesConnected(name) {
    await this.page.getByRole('heading', { name: this.say('connect:done.title', { name }) }).waitFor()
  }

  async chooseChannel(title) {
    await this.page.getByRole('combobox', { name: this.say('publish:channel') }).click()
    await this.page.getByRole('option', { name: title }).click()
  }

  editor = () => this.page.getByRole('textbox', { name: this.say('publish:text') })
  format = (name) => this.page.getByRole('button', { name: this.say(`publish:format.${name}`), exact: true })

  /** Types a post piece by piece with the real keyboard and the real toolbar. */
  async write(pieces) {
    await this.editor().click()
    for (const piece of pieces) {
      if (!piece.format) {
        await this.page.keyboard.type(piece.text)
      } else if (piece.format === 'link') {
        await this.#writeLink(piece)
      } else {
        await this.format(piece.format).click()
        await this.page.keyboard.type(piece.text)
        await this.format(piece.format).click()
      }
    }
  }

  async #writeLink({ text, url }) {
    await this.page.keyboard.type(text)
    for (let typed = 0; typed < text.length; typed++) await this.page.keyboard.press('Shift+ArrowLeft')
    await this.format('link').click()
    await this.page.getByRole('textbox', { name: this.say('publish:link.address') }).fill(url)
    await this.button('publish:link.set').click()
    await this.editor().press('ArrowRight')
  }

  send = () => this.button('publish:send').click()
  headline = (state, channel) =>
    expectText(
      this.page.getByRole('region', { name: this.say('publish:progress.title') }).getByRole('status'),
      this.say(`publish:progress.${state}`, { channel }),
    )
  preview = () => this.page.getByRole('region', { name: this.say('publish:preview') })

  async filterJournal(label, option) {
    await this.page.getByRole('combobox', { name: this.say(`journal:${label}`) }).click()
    await this.page.getByRole('option', { name: option, exact: true }).click()
  }

  rows = () => this.page.getByRole('table').getByRole('row')
}
