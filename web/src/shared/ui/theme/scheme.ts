import type { MantineColorScheme } from '@mantine/core'
import type { Member } from '@/shared/api/types'

type Theme = NonNullable<Member['theme']>

/** The server says “system” where Mantine says “auto”. */
export const schemeOf = (theme: Theme): MantineColorScheme => (theme === 'system' ? 'auto' : theme)
export const themeOf = (scheme: MantineColorScheme): Theme => (scheme === 'auto' ? 'system' : scheme)
