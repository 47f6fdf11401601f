import { expect, test } from 'vitest'
import { focusSearch } from './searchField'
import { shortcutOf } from './shortcuts'

const press = (init: KeyboardEventInit, target: HTMLElement = document.body) => {
  let asked: string | undefined
  const listen = (event: KeyboardEvent) => (asked = shortcutOf(event))
  target.addEventListener('keydown', listen)
  target.dispatchEvent(new KeyboardEvent('keydown', init))
  target.removeEventListener('keydown', listen)
  return asked
}

test('Ctrl+K and Cmd+K open the palette in every keyboard layout', () => {
  expect(press({ key: 'k', code: 'KeyK', ctrlKey: true })).toBe('palette')
  expect(press({ key: 'л', code: 'KeyK', metaKey: true })).toBe('palette')
})

test('a question mark asks for help, a slash searches', () => {
  expect(press({ key: '?', shiftKey: true })).toBe('help')
  expect(press({ key: '/' })).toBe('search')
})

test('who is writing means the sign itself', () => {
  const field = document.createElement('input')
  expect(press({ key: '?' }, field)).toBeUndefined()
  expect(press({ key: '/' }, field)).toBeUndefined()
  expect(press({ key: 'k', code: 'KeyK', ctrlKey: true }, field)).toBe('palette')
})

test('Ctrl+Shift+K belongs to the editor', () => {
  expect(press({ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true })).toBeUndefined()
})

test('a slash goes to the page\'s own search where there is one', () => {
  document.body.innerHTML = '<main><input><div role="search"><input id="here"></div></main>'
  expect(focusSearch()).toBe(true)
  expect(document.activeElement?.id).toBe('here')
  document.body.innerHTML = '<nav role="search"><input></nav><main><input></main>'
  expect(focusSearch()).toBe(false)
})
