import { Button, Select } from '@mantine/core'
import { IconDownload, IconKey } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '@/shared/api/queries'
import type { Account } from '@/shared/api/types'
import { saveFile } from '@/shared/lib/saveFile'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { ShownOnce } from '@/shared/ui/ShownOnce'
import { exportSession, FORMATS, type SessionFormat } from '../api/life'

/** Does the act; asks for a fresh proof when the server wants one. `undefined` when the person gave up. */
export type WithProof = <T>(act: () => Promise<T>) => Promise<T | undefined>

/** The login for another program. It is shown until the page is left, and never kept. */
export function ExportPanel({ account, withProof }: { account: Account; withProof: WithProof }) {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const [format, setFormat] = useState<SessionFormat>('TELETHON')
  const taken = useMutation({
    mutationFn: () => withProof(() => exportSession(account.id, format)),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.logs }),
    gcTime: 0,
  })
  return (
    <Panel title={t('export.title')} lead={t('export.lead')} tone="danger">
      {taken.data ? (
        <>
          <p>{t(taken.data.format === 'TDATA' ? 'export.folder' : 'export.shown')}</p>
          {taken.data.format === 'TDATA' ? (
            <Acts>
              <SaveFolder zip={taken.data.session} />
            </Acts>
          ) : (
            <ShownOnce label={t('export.session')} value={taken.data.session} />
          )}
        </>
      ) : (
        <>
          <Select
            label={t('export.format')}
            data={formatsFor(account)}
            allowDeselect={false}
            value={format}
            onChange={(value) => value && setFormat(value as SessionFormat)}
            maw={320}
          />
          {taken.error && <ProblemNotice error={taken.error} />}
          <Acts>
            <Button
              variant="default"
              leftSection={<IconKey size={16} aria-hidden />}
              loading={taken.isPending}
              onClick={() => taken.mutate()}
            >
              {t('export.act')}
            </Button>
          </Acts>
        </>
      )}
    </Panel>
  )
}

/** Telegram Desktop has no bots. */
const formatsFor = (account: Account) =>
  Object.entries(FORMATS)
    .filter(([value]) => value !== 'TDATA' || account.kind !== 'BOT')
    .map(([value, label]) => ({ value, label }))

function SaveFolder({ zip }: { zip: string }) {
  const { t } = useTranslation('accounts')
  const save = () => saveFile('tdata.zip', Uint8Array.from(atob(zip), (char) => char.charCodeAt(0)), 'application/zip')
  return (
    <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
      {t('export.save')}
    </Button>
  )
}
