import { Button } from '@mantine/core'
import { IconLink, IconLogin2 } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { identitiesQuery, leaveToLink, providerQuery } from '@/shared/api/provider'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { unlinkProvider } from '../api/security'
import type { WithProof } from '../model/useProof'
import classes from './Security.module.css'

/** One's account at the provider: linked, or not; absent where there is neither a provider nor a link left from one. */
export function ProviderPanel({ withProof }: { withProof: WithProof }) {
  const { t } = useTranslation('security')
  const queryClient = useQueryClient()
  const { data: name } = useQuery(providerQuery)
  const query = useQuery(identitiesQuery)
  const [removed, setRemoved] = useState<string | null>(null)
  const link = useMutation({ mutationFn: () => withProof(() => leaveToLink('/settings/security')) })
  const unlink = useMutation({
    mutationFn: (id: string) => withProof(() => unlinkProvider(id)),
    onSuccess: () => {
      setRemoved(null)
      void queryClient.invalidateQueries({ queryKey: identitiesQuery.queryKey })
    },
  })
  if (!name && !query.data?.length) return null
  const called = name ?? t('provider.former')
  return (
    <Panel title={t('provider.title', { name: called })} lead={t('provider.lead', { name: called })}>
      <QueryStates query={query} pending={<SkeletonRows rows={1} height={48} />}>
        {(identities) =>
          identities.length === 0 ? (
            <Acts>
              <Button variant="default" leftSection={<IconLink size={16} aria-hidden />} loading={link.isPending} onClick={() => link.mutate()}>
                {t('provider.link', { name: called })}
              </Button>
            </Acts>
          ) : (
            <ul className={classes.list} aria-label={t('provider.title', { name: called })}>
              {identities.map((identity) => (
                <li key={identity.id} className={classes.row}>
                  <IconLogin2 size={24} stroke={1.5} aria-hidden />
                  <span className={classes.what}>
                    <span className={classes.name}>{identity.email ?? called}</span>
                    <span className={classes.facts}>
                      <span>
                        {t('provider.linked')} <RelativeTime at={identity.linkedAt} />
                      </span>
                      {identity.usedAt && (
                        <span>
                          {t('provider.used')} <RelativeTime at={identity.usedAt} />
                        </span>
                      )}
                    </span>
                  </span>
                  <Button variant="default" size="xs" onClick={() => setRemoved(identity.id)}>
                    {t('provider.unlink')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
      {link.error && <ProblemNotice error={link.error} />}
      <ConfirmDialog
        opened={removed !== null}
        title={t('provider.unlinkTitle', { name: called })}
        act={t('provider.unlink')}
        busy={unlink.isPending}
        error={unlink.error}
        onAct={() => removed && unlink.mutate(removed)}
        onClose={() => setRemoved(null)}
      >
        <p>{t('provider.unlinkLead', { name: called })}</p>
      </ConfirmDialog>
    </Panel>
  )
}
