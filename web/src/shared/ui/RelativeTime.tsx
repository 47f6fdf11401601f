import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { exact, relative } from '@/shared/lib/time'
import { useNow } from '@/shared/lib/useNow'

export function RelativeTime({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const now = useNow(30_000)
  const instant = new Date(at)
  return (
    <Tooltip label={exact(instant, i18n.language)}>
      <time dateTime={at}>{relative(instant, now, i18n.language)}</time>
    </Tooltip>
  )
}
