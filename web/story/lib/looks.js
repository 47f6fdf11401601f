import assert from 'node:assert/strict'

const FINGER_PX = 44

/** Everything that a finger is meant to meet, on the page as it stands, is at least 44 px; links inside a sentence are text. */
export async function touchable(page, name) {
  const small = await page.evaluate((least) => {
    const meant = 'a[href], button, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), [role=button], [role=tab], summary'
    const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.srOnly, .skip, [aria-hidden=true]')
    const isText = (element) => element.tagName === 'A' && getComputedStyle(element).display === 'inline'
    return [...document.querySelectorAll(meant)]
      .filter((element) => isSeen(element) && !isText(element))
      .map((element) => ({ element, box: (element.closest('.mantine-Input-wrapper') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
      .map(({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`)
  }, FINGER_PX)
  assert.deepEqual(small, [], `${name}: smaller than a finger`)
}

/** Tab through the first things of a page: where the focus is can always be seen. */
export async function focusIsSeen(page, name, steps = 12) {
  await page.evaluate(() => document.activeElement?.blur())
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab')
    const unseen = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return null
      const marks = [at, at.closest('[class*=wrapper], [class*=Wrapper], [class*=root]')].filter(Boolean).map((element) => getComputedStyle(element))
      const seen = marks.some(({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none')
      const bordered = at.matches('input, textarea, [contenteditable]') // its frame takes the accent
      return seen || bordered ? null : at.outerHTML.slice(0, 160)
    })
    assert.equal(unseen, null, `${name}: the focus cannot be seen`)
  }
}

/** Begins to add up the layout shifts of every page that the context opens from now on. */
export const watchShifts = (context) =>
  context.addInitScript(() => {
    window.shifts = []
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) {
        if (shift.hadRecentInput) continue
        window.shifts.push({ value: shift.value, of: shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 100)) })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })

export const shiftsOf = (page) => page.evaluate(() => window.shifts)
