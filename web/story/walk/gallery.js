import { accessible, fits, picture } from '../lib/browser.js'

const WIDTHS = { desk: { width: 1280, height: 860 }, tablet: { width: 768, height: 1024 }, phone: { width: 390, height: 844 } }
const THEMES = ['light', 'dark']
const LANGUAGES = ['en', 'ru']

/** Every page of the cabinet, in both languages and themes and in three widths: axe, no sideways scrolling, a picture. */
export async function gallery(suite, page, pages, say) {
  for (const { name, path, ready } of pages) {
    await suite.test(`${name}: nothing grave for axe, nothing sideways, in both themes, languages and widths`, async () => {
      for (const language of LANGUAGES) {
        await page.evaluate((chosen) => localStorage.setItem('cf.language', chosen), language)
        await page.goto(path)
        await ready(page, say[language])
        await inEveryLook(page, name, language)
      }
    })
  }
  await page.evaluate((chosen) => localStorage.setItem('cf.language', chosen), LANGUAGES[0])
  await page.setViewportSize(WIDTHS.desk)
  await page.emulateMedia({ colorScheme: THEMES[0] })
}

/** Axe is slow: some of the looks, in which each theme meets each language and each width. */
const isJudged = (language, size, theme) => size !== 'tablet' && (language === 'en') === ((size === 'desk') === (theme === 'light'))

export async function inEveryLook(page, name, language) {
  for (const [size, viewport] of Object.entries(WIDTHS)) {
    await page.setViewportSize(viewport)
    for (const theme of THEMES) {
      const look = `${name}-${language}-${size}-${theme}`
      await page.emulateMedia({ colorScheme: theme })
      await fits(page, look)
      await picture(page, look)
      if (isJudged(language, size, theme)) await accessible(page, look)
    }
  }
}
