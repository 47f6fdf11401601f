// What the server says of Telegram's refusals in English, the cabinet says in both languages.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const TABLE = '../services/integration-service/src/main/resources/xyz/contentfactory/integration/problem/refusals.csv'
const SAID_BY_TYPE = ['telegram-refused', 'post-not-allowed']

const words = (language) => JSON.parse(readFileSync(`src/shared/i18n/${language}/refusals.json`, 'utf8'))

const rows = readFileSync(TABLE, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([type, code]) => type !== '*' && SAID_BY_TYPE.includes(code))

test('the table of refusals is said in English as it stands there, in the same order', () => {
  expect(Object.entries(words('en'))).toEqual(rows.map(([type, , what, remedy]) => [type, { what, remedy }]))
})

test('and in Russian line by line, each with a sentence and a remedy', () => {
  expect(Object.keys(words('ru'))).toEqual(Object.keys(words('en')))
  for (const { what, remedy } of Object.values(words('ru'))) {
    expect(what).toMatch(/^\p{Lu}.*[а-я].*\.$/u)
    expect(remedy).toMatch(/^\p{Lu}.*[а-я].*\.$/u)
  }
})
