import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { chooseLanguage, languages, startI18n } from '@/shared/i18n'
import known from '@/shared/i18n/en/problems.json'
import { problemWords } from './problemText'

const knownCodes = Object.keys(known)

// The codes that the server promises; a code it adds without a sentence here must be seen.
const PROMISED = `invalid-input body-unreadable idempotency-key-missing text-too-long wrong-credentials sign-in-needed
  refresh-token-invalid not-allowed csrf-token-missing not-found account-not-found channel-not-found login-not-found
  delivery-not-found method-not-allowed not-acceptable email-taken login-step-expired resend-not-available
  account-already-connected account-logged-out idempotency-key-reused payload-too-large unsupported-media-type
  phone-number-invalid phone-number-banned phone-number-not-registered login-code-invalid login-code-expired
  cloud-password-invalid email-setup-needed post-not-allowed telegram-refused too-many-requests flood-wait internal
  telegram-fault temporarily-unavailable`.split(/\s+/)

beforeAll(() => startI18n('en'))

describe.each(languages)('in %s', (language) => {
  beforeAll(() => chooseLanguage(language))

  test.each(PROMISED)('%s has a sentence and a remedy', (code) => {
    expect(knownCodes).toContain(code)
    const { what, remedy } = problemWords(i18next.t as never, { code })
    expect(what).toMatch(/^\p{Lu}.+\.$/u)
    expect(remedy).toMatch(/^\p{Lu}.+\.$/u)
    expect(what + remedy).not.toContain(code)
  })

  test('a code from the future gets honest words', () => {
    expect(problemWords(i18next.t as never, { code: 'brand-new' })).toEqual(problemWords(i18next.t as never, { code: 'unknown' }))
  })
})

test('no two codes share the sentence by mistake', async () => {
  await chooseLanguage('en')
  const shared = ['sign-in-needed', 'refresh-token-invalid']
  const sentences = knownCodes.filter((code) => !shared.includes(code)).map((code) => problemWords(i18next.t as never, { code }).what)
  expect(new Set(sentences).size).toBe(sentences.length)
})
