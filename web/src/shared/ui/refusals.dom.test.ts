import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { chooseLanguage, speakOfTheCabinet, startI18n } from '@/shared/i18n'
import { problemWords } from './problemText'

const words = (telegramType: string, code = 'telegram-refused') => problemWords(i18next.t as never, { code, telegramType })

beforeAll(async () => {
  await startI18n('en')
  await speakOfTheCabinet()
})

test('the first line that fits is said, in the language spoken', async () => {
  expect(words('FILE_REFERENCE_3_EXPIRED').remedy).toBe('Upload it again.')
  await chooseLanguage('ru')
  expect(words('CHAT_WRITE_FORBIDDEN', 'post-not-allowed').what).toBe('Аккаунт не может писать в этот канал.')
  await chooseLanguage('en')
})

test('an error that nobody knows, and a code of ours, keep the words of the code', () => {
  expect(words('SOMETHING_NEW')).toEqual(problemWords(i18next.t as never, { code: 'telegram-refused' }))
  expect(words('PHONE_CODE_INVALID', 'login-code-invalid')).toEqual(problemWords(i18next.t as never, { code: 'login-code-invalid' }))
})
