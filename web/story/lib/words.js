// The cabinet's own texts, so that a test finds things by the names that people see.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './settings.js'

const folder = join(repository, 'web/src/shared/i18n')

const read = (language) =>
  Object.fromEntries(
    readdirSync(join(folder, language))
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, language, name), 'utf8'))]),
  )

const texts = { en: read('en'), ru: read('ru') }

/** `say('connect:phone.send')`, with `{{name}}` filled in; a text that does not exist is an error. */
export const wordsOf = (language) => (name, values = {}) => {
  const [space, path] = name.split(':')
  const text = lookUp(texts[language][space], path)
  if (typeof text !== 'string') throw new Error(`no text ${name} in ${language}`)
  return text.replace(/{{(\w+)[^}]*}}/g, (_, key) => {
    if (!(key in values)) throw new Error(`${name} needs ${key}`)
    return values[key]
  })
}

/** A pattern that matches the text whatever its blanks hold. */
export const patternOf = (language) => (name) => {
  const [space, path] = name.split(':')
  const parts = lookUp(texts[language][space], path).split(/{{[^}]*}}/)
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'))
}

function lookUp(texts, path) {
  if (texts?.[path] !== undefined) return texts[path]
  return path.split('.').reduce((inner, key) => inner?.[key], texts)
}
