import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type en from './en'

export const languages = ['en', 'ru'] as const
export type Language = (typeof languages)[number]

const LANGUAGE = 'cf.language'
const bundles = { en: () => import('./en'), ru: () => import('./ru') }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

function remembered(): Language | undefined {
  try {
    const stored = localStorage.getItem(LANGUAGE)
    return isLanguage(stored) ? stored : undefined
  } catch {
    return undefined
  }
}

/** What the person chose, else the first of the browser's languages that we speak. */
export function preferredLanguage(): Language {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)
  return remembered() ?? spoken ?? 'en'
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'common')) return
  const { default: bundle } = await bundles[language]()
  for (const [namespace, texts] of Object.entries(bundle)) i18next.addResourceBundle(language, namespace, texts)
}

export async function startI18n(language: Language = preferredLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    ns: ['common'],
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  await speak(language)
}

async function speak(language: Language): Promise<void> {
  await load(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language)
  try {
    localStorage.setItem(LANGUAGE, language)
  } catch {
    // Not remembered, but spoken until the page is closed.
  }
}
