import { Button, Select } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/shared/api/types'
import { clock } from '@/shared/lib/time'
import { useNow } from '@/shared/lib/useNow'
import { allZones, browserZone, liveIn, personZone, zoneName } from '@/shared/lib/zone'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { toastWithUndo } from '@/shared/ui/toast'
import { useChangeMe } from '../api/changeMe'

export function ZonePanel({ member }: { member: Member }) {
  const { t, i18n } = useTranslation('settings')
  const router = useRouter()
  const now = useNow(10_000)
  const zones = useMemo(
    () => allZones().map((zone) => ({ value: zone, label: `${zone.replaceAll('_', ' ')} (${zoneName(zone, 'en').split(', ').at(-1)})` })),
    [],
  )
  const change = useChangeMe(({ timeZone }) => {
    liveIn(timeZone)
    void router.invalidate()
  })
  const move = (zone: string) => {
    const before = personZone()
    if (zone === before && member.timeZone) return
    change.mutate(
      { timeZone: zone },
      { onSuccess: () => toastWithUndo(t('zone.moved', { zone: zoneName(zone, i18n.language) }), () => change.mutate({ timeZone: before })) },
    )
  }
  const zone = member.timeZone ?? browserZone()
  return (
    <Panel title={t('zone.title')} lead={t('zone.lead')}>
      <Select
        label={t('zone.name')}
        description={t('zone.now', { time: clock(new Date(now), i18n.language) })}
        data={zones}
        value={zone}
        onChange={(chosen) => chosen && move(chosen)}
        searchable
        allowDeselect={false}
        limit={80}
        nothingFoundMessage={t('zone.nothing')}
        maw={440}
      />
      {change.error && <ProblemNotice error={change.error} />}
      {zone !== browserZone() && (
        <Acts>
          <Button variant="default" onClick={() => move(browserZone())} loading={change.isPending}>
            {t('zone.likeBrowser', { zone: zoneName(browserZone(), i18n.language) })}
          </Button>
        </Acts>
      )}
    </Panel>
  )
}
