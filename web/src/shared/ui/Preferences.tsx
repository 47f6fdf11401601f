import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, languages } from '@/shared/i18n'
import classes from './Preferences.module.css'

const SCHEMES = ['auto', 'light', 'dark'] as const
const MARKS = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop }

/** The other language, in its own words. Without a menu: the sign-in page loads neither one nor what carries it. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  const other = languages.find((language) => language !== i18n.language) ?? 'en'
  return (
    <button type="button" className={classes.switch} lang={other} onClick={() => void chooseLanguage(other)}>
      {t(`languages.${other}`)}
    </button>
  )
}

/** Goes round: system, light, dark. */
export function ThemeSwitch() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Mark = MARKS[colorScheme]
  const name = t('themeIs', { theme: t(`themes.${colorScheme}`) })
  const next = SCHEMES[(SCHEMES.indexOf(colorScheme) + 1) % SCHEMES.length]!
  return (
    <button type="button" className={classes.switch} aria-label={name} title={name} onClick={() => setColorScheme(next)}>
      <Mark size={18} stroke={1.8} aria-hidden />
    </button>
  )
}
