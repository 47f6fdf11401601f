import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createPasskey, passkeysWork, wasCancelled } from '@/shared/api/passkey'
import type { Passkey } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { toast } from '@/shared/ui/toast'
import { passkeysQuery, removePasskey, securityKeys } from '../api/security'
import type { WithProof } from '../model/useProof'
import { PasskeyRow } from './PasskeyRow'
import classes from './Security.module.css'

export function PasskeysPanel({ withProof }: { withProof: WithProof }) {
  const { t } = useTranslation('security')
  const queryClient = useQueryClient()
  const query = useQuery(passkeysQuery)
  const [removed, setRemoved] = useState<Passkey | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: securityKeys.passkeys })
  const add = useMutation({
    mutationFn: () => withProof(createPasskey),
    onSuccess: (made) => {
      if (made) toast(t('passkeys.added'))
      void refresh()
    },
  })
  const remove = useMutation({
    mutationFn: (passkey: Passkey) => withProof(() => removePasskey(passkey.id)),
    onSuccess: () => {
      setRemoved(null)
      void refresh()
    },
  })
  return (
    <Panel title={t('passkeys.title')} lead={t('passkeys.lead')}>
      <QueryStates query={query} pending={<SkeletonRows rows={1} height={48} />}>
        {(passkeys) =>
          passkeys.length === 0 ? (
            <p className={classes.muted}>{t('passkeys.none')}</p>
          ) : (
            <ul className={classes.list} aria-label={t('passkeys.title')}>
              {passkeys.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} onRemove={() => setRemoved(passkey)} />
              ))}
            </ul>
          )
        }
      </QueryStates>
      {add.error && !wasCancelled(add.error) && <ProblemNotice error={add.error} />}
      {passkeysWork() ? (
        <Acts>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} loading={add.isPending} onClick={() => add.mutate()}>
            {t('passkeys.add')}
          </Button>
        </Acts>
      ) : (
        <p className={classes.muted}>{t('passkeys.noBrowser')}</p>
      )}
      <ConfirmDialog
        opened={removed !== null}
        title={t('passkeys.removeTitle')}
        act={t('passkeys.remove')}
        busy={remove.isPending}
        error={remove.error}
        onAct={() => removed && remove.mutate(removed)}
        onClose={() => setRemoved(null)}
      >
        <p>{t('passkeys.removeLead', { name: removed?.name ?? '' })}</p>
      </ConfirmDialog>
    </Panel>
  )
}
