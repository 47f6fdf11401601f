import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type cabinet from './en'
import type first from './en/first'

export const languages = ['en', 'ru'] as const
export type Language = (typeof languages)[number]

const LANGUAGE = 'cf.language'

type Bundle = Record<string, object>

const loaders: Record<Part, Record<Language, () => Promise<{ default: Bundle }>>> = {
  first: { en: () => import('./en/first'), ru: () => import('./ru/first') },
  cabinet: { en: () => import('./en'), ru: () => import('./ru') },
}

/** What is spoken before somebody has signed in, and what only the cabinet says. */
type Part = 'first' | 'cabinet'

const needed = new Set<Part>(['first'])

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof first & typeof cabinet
  }
}

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

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
  const bundles = await Promise.all([...needed].map((part) => loaders[part][language]()))
  for (const { default: bundle } of bundles) {
    for (const [namespace, texts] of Object.entries(bundle)) i18next.addResourceBundle(language, namespace, texts)
  }
}

/** Called before the cabinet is shown: from now on its texts are loaded with every language that is chosen. */
export async function speakOfTheCabinet(): Promise<void> {
  if (needed.has('cabinet')) return
  needed.add('cabinet')
  await load(spokenLanguage())
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

export const spokenLanguage = () => i18next.language as Language

export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language)
  try {
    localStorage.setItem(LANGUAGE, language)
  } catch {
    // Not remembered, but spoken until the page is closed.
  }
}
