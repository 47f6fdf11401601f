import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { chooseLanguage, type Language, languages } from '@/shared/i18n'
import { Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { schemeOf, themeOf } from '@/shared/ui/theme/scheme'
import { toastWithUndo } from '@/shared/ui/toast'
import { useChangeMe } from '../api/changeMe'
import classes from './Settings.module.css'

const THEMES = ['system', 'light', 'dark'] as const
type ThemeName = (typeof THEMES)[number]

/** Both act at once: what is chosen is seen, so there is nothing to save. */
export function LooksPanel({ member }: { member: Member }) {
  const { t, i18n } = useTranslation(['settings', 'common'])
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const change = useChangeMe()
  const theme: ThemeName = member.theme ?? themeOf(colorScheme)
  const speak = async (language: Language) => {
    await chooseLanguage(language)
    await change.mutateAsync({ language })
  }
  const wear = (theme: ThemeName) => {
    setColorScheme(schemeOf(theme))
    return change.mutateAsync({ theme })
  }
  // Whoever ends up in a language they cannot read finds the way back beside the words that say so.
  const turn = async <T,>(to: T, before: T, act: (value: T) => Promise<unknown>, say: () => string) => {
    if (to === before) return
    try {
      await act(to)
      toastWithUndo(say(), () => void act(before).catch(() => undefined))
    } catch {
      // Shown below the choices.
    }
  }
  return (
    <Panel title={t('looks.title')} lead={t('looks.lead')}>
      <div className={classes.choices}>
        <Choice label={t('common:language')}>
          <SegmentedControl
            aria-label={t('common:language')}
            data={languages.map((language) => ({ value: language, label: t(`common:languages.${language}`) }))}
            value={i18n.language}
            onChange={(value) => void turn(value as Language, i18n.language as Language, speak, () => i18n.t('settings:looks.spoken'))}
          />
        </Choice>
        <Choice label={t('common:theme')}>
          <SegmentedControl
            aria-label={t('common:theme')}
            data={THEMES.map((theme) => ({ value: theme, label: t(`common:themes.${schemeOf(theme)}`) }))}
            value={theme}
            onChange={(value) => void turn(value as ThemeName, theme, wear, () => t('looks.worn'))}
          />
        </Choice>
      </div>
      {change.error && <ProblemNotice error={change.error} />}
    </Panel>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.choice}>
      <span className={classes.choiceLabel} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}
