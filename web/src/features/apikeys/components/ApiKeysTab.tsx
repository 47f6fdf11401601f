import { Button } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import type { ApiKey, Member } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Acts, Panel } from '@/shared/ui/Panel'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import rows from '@/shared/ui/Rows.module.css'
import { toast } from '@/shared/ui/toast'
import { apiKeysKey, apiKeysQuery, deleteApiKey } from '../api/apiKeys'
import { ApiKeyRow } from './ApiKeyRow'
import { Example } from './Example'
import { NewKeyDialog, type WithProof } from './NewKeyDialog'

interface ApiKeysTabProps {
  member: Member
  /** Asks for a fresh proof of who one is, when the server wants one. */
  withProof: WithProof
}

/** Keys by which programs act for the member. */
export function ApiKeysTab({ member, withProof }: ApiKeysTabProps) {
  const { t } = useTranslation('apiKeys')
  const queryClient = useQueryClient()
  const query = useQuery(apiKeysQuery)
  const [making, setMaking] = useState(false)
  const [doomed, setDoomed] = useState<ApiKey | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: apiKeysKey })
  const remove = useMutation({
    mutationFn: async ({ id }: ApiKey) => {
      try {
        await deleteApiKey(id)
      } catch (error) {
        if (!hasCode(error, 'api-key-not-found')) throw error // deleted already is deleted
      }
    },
    onSuccess: (_, { name }) => {
      setDoomed(null)
      toast(t('deleted', { name }))
      void refresh()
    },
  })
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('make')}
    </Button>
  )
  return (
    <Panel title={t('title')} lead={t('lead')}>
      <QueryStates
        query={query}
        pending={<SkeletonRows rows={2} height={56} />}
        empty={{
          when: (keys) => keys.length === 0,
          show: (
            <>
              <EmptyState icon={IconKey} text={t('empty')} action={make} />
              <Example />
            </>
          ),
        }}
      >
        {(keys) => (
          <>
            <ul className={rows.list} aria-label={t('title')}>
              {keys.map((apiKey) => (
                <ApiKeyRow key={apiKey.id} apiKey={apiKey} onDelete={() => setDoomed(apiKey)} />
              ))}
            </ul>
            <Acts>{make}</Acts>
          </>
        )}
      </QueryStates>
      <NewKeyDialog opened={making} role={member.role} withProof={withProof} onMade={() => void refresh()} onClose={() => setMaking(false)} />
      <ConfirmDialog
        opened={doomed !== null}
        title={t('deleteTitle')}
        act={t('delete')}
        busy={remove.isPending}
        error={remove.error}
        onAct={() => doomed && remove.mutate(doomed)}
        onClose={() => setDoomed(null)}
      >
        <p>{t('deleteLead', { name: doomed?.name ?? '' })}</p>
      </ConfirmDialog>
    </Panel>
  )
}
