import { Radio, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allAccountsQuery, keys } from '@/shared/api/queries'
import type { Person } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog'
import { toast } from '@/shared/ui/toast'
import { deletePerson, heirsQuery, invitationsKey, peopleKey } from '../api/people'
import type { WithProof } from '../model/withProof'
import classes from './People.module.css'

interface DeleteDialogProps {
  person: Person
  withProof: WithProof
  onClose: () => void
}

type Fate = 'disconnect' | 'hand-over'

/** Deleting cannot be undone: the name is typed, and what becomes of the accounts is said. */
export function DeleteDialog({ person, withProof, onClose }: DeleteDialogProps) {
  const { t } = useTranslation('people')
  const queryClient = useQueryClient()
  const [fate, setFate] = useState<Fate>('disconnect')
  const [heir, setHeir] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const { data: accounts = [] } = useQuery(allAccountsQuery)
  const count = accounts.filter(({ memberId }) => memberId === person.id).length
  const handOver = fate === 'hand-over'
  const remove = useMutation({
    mutationFn: () => withProof(async () => (await deletePerson(person.id, handOver && heir ? heir : undefined), true)),
    onSuccess: (done) => {
      if (!done) return
      toast(t('delete.done', { name: person.username }))
      for (const queryKey of [peopleKey, invitationsKey, keys.accounts]) void queryClient.invalidateQueries({ queryKey })
      onClose()
    },
  })
  const act = () => {
    setMissing(handOver && !heir)
    if (!handOver || heir) remove.mutate()
  }
  return (
    <ConfirmDialog
      opened
      title={t('delete.title', { name: person.username })}
      act={t('delete.act')}
      typed={person.username}
      busy={remove.isPending}
      error={remove.error}
      onAct={act}
      onClose={onClose}
    >
      <p>{t('delete.lead', { name: person.username })}</p>
      <Radio.Group
        label={t('delete.accounts', { count })}
        value={fate}
        onChange={(value) => setFate(value as Fate)}
      >
        <div className={classes.fates}>
          <Radio value="disconnect" label={t('delete.disconnect')} description={t('delete.disconnectLead')} />
          <Radio value="hand-over" label={t('delete.handOver')} description={t('delete.handOverLead')} />
        </div>
      </Radio.Group>
      {handOver && <HeirChoice leaving={person.id} heir={heir} onHeir={setHeir} error={missing && !heir && t('delete.heirMissing')} />}
    </ConfirmDialog>
  )
}

interface HeirChoiceProps {
  leaving: string
  heir: string | null
  onHeir: (id: string | null) => void
  error: string | false
}

function HeirChoice({ leaving, heir, onHeir, error }: HeirChoiceProps) {
  const { t } = useTranslation('people')
  const [typed, setTyped] = useState('')
  const [find] = useDebouncedValue(typed.split(' · ')[0]?.trim() ?? '', 250)
  const { data: people = [] } = useQuery(heirsQuery(find))
  return (
    <Select
      label={t('delete.heir')}
      data={people.filter(({ id }) => id !== leaving).map(({ id, username, email }) => ({ value: id, label: `${username} · ${email}` }))}
      value={heir}
      onChange={onHeir}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('nobody')}
      error={error}
    />
  )
}
