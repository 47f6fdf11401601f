import { Button } from '@mantine/core'
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '@/shared/api/queries'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { StatusPill } from '@/shared/ui/StatusPill'
import { beginTotp, renewRecoveryCodes, switchTotpOff, totpQuery } from '../api/security'
import type { WithProof } from '../model/useProof'
import { RecoveryCodes } from './RecoveryCodes'
import { TotpSetUp } from './TotpSetUp'

export function TotpPanel({ withProof }: { withProof: WithProof }) {
  const { t } = useTranslation('security')
  const query = useQuery(totpQuery)
  const on = query.data?.on === true
  return (
    <Panel
      title={t('totp.title')}
      lead={t('totp.lead')}
      aside={query.data && <StatusPill tone={on ? 'good' : 'quiet'} icon={on ? IconShieldCheck : IconShieldOff}>{t(on ? 'totp.on' : 'totp.off')}</StatusPill>}
    >
      <QueryStates query={query} pending={<SkeletonRows rows={1} height={40} />}>
        {(state) => <State on={state.on} left={state.recoveryCodesLeft} withProof={withProof} />}
      </QueryStates>
    </Panel>
  )
}

function State({ on, left, withProof }: { on: boolean; left: number; withProof: WithProof }) {
  const { t } = useTranslation('security')
  const queryClient = useQueryClient()
  const [codes, setCodes] = useState<string[]>()
  const [switchingOff, setSwitchingOff] = useState(false)
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.me })
  const begin = useMutation({ mutationFn: () => withProof(beginTotp) })
  const renew = useMutation({
    mutationFn: () => withProof(renewRecoveryCodes),
    onSuccess: (made) => {
      if (made) setCodes(made)
      void refresh()
    },
  })
  const off = useMutation({
    mutationFn: () => withProof(switchTotpOff),
    onSuccess: () => {
      setSwitchingOff(false)
      setCodes(undefined)
      begin.reset()
      void refresh()
    },
  })
  const confirmed = (made: string[]) => {
    setCodes(made)
    begin.reset()
    void refresh()
  }
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />
  if (!on && begin.data) return <TotpSetUp setUp={begin.data} withProof={withProof} onConfirmed={confirmed} onCancel={() => begin.reset()} />
  const error = begin.error ?? renew.error
  return (
    <>
      {on && <p>{t('totp.left', { count: left })}</p>}
      {error && <ProblemNotice error={error} />}
      <Acts>
        {!on && (
          <Button variant="default" onClick={() => begin.mutate()} loading={begin.isPending}>
            {t('totp.begin')}
          </Button>
        )}
        {on && (
          <Button variant="default" onClick={() => renew.mutate()} loading={renew.isPending}>
            {t('codes.renew')}
          </Button>
        )}
        {on && (
          <Button variant="subtle" color="red" onClick={() => setSwitchingOff(true)}>
            {t('totp.switchOff')}
          </Button>
        )}
      </Acts>
      <ConfirmDialog
        opened={switchingOff}
        title={t('totp.offTitle')}
        act={t('totp.switchOff')}
        busy={off.isPending}
        error={off.error}
        onAct={() => off.mutate()}
        onClose={() => setSwitchingOff(false)}
      >
        <p>{t('totp.offLead')}</p>
      </ConfirmDialog>
    </>
  )
}
