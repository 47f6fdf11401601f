import { describe, expect, test } from 'vitest'
import enOfTheCabinet from './en'
import enFirst from './en/first'
import ruOfTheCabinet from './ru'
import ruFirst from './ru/first'

const en = { ...enFirst, ...enOfTheCabinet }
const ru = { ...ruFirst, ...ruOfTheCabinet }

type Tree = { [key: string]: string | Tree }

const PLURAL = /_(zero|one|two|few|many|other)$/
const FORMS: Record<string, string[]> = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'] }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )
const texts = { en: new Map(flat(en)), ru: new Map(flat(ru)) }
const bases = (language: 'en' | 'ru') => new Set([...texts[language].keys()].map((key) => key.replace(PLURAL, '')))
const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort()

describe('the two languages say the same things', () => {
  test('no key is missing in Russian', () => {
    expect([...bases('en')].filter((key) => !bases('ru').has(key))).toEqual([])
  })

  test('no key is left over in Russian', () => {
    expect([...bases('ru')].filter((key) => !bases('en').has(key))).toEqual([])
  })

  test.each(['en', 'ru'] as const)('a plural in %s has every form of the language', (language) => {
    const counted = [...texts[language].keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''))
    const missing = counted.flatMap((key) => FORMS[language]!.map((form) => `${key}_${form}`)).filter((key) => !texts[language].has(key))
    expect(missing).toEqual([])
  })

  test('both use the same variables', () => {
    const one = (language: 'en' | 'ru', base: string) => texts[language].get(base) ?? texts[language].get(`${base}_other`) ?? ''
    const different = [...bases('en')].filter((key) => String(variables(one('en', key))) !== String(variables(one('ru', key))))
    expect(different).toEqual([])
  })

  test('nothing is empty or left in English', () => {
    const same = [...texts.ru].filter(([key, text]) => text.trim() === '' || (/[a-z]{4}/i.test(text) && text === texts.en.get(key)))
    expect(same.map(([key]) => key)).toEqual(['common.product', 'common.languages.en', 'publish.link.placeholder'])
  })
})
