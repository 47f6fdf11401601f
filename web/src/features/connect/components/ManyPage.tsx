import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { batchQuery } from '@/shared/api/queries'
import { LinkButton } from '@/shared/ui/LinkButton'
import { Page } from '@/shared/ui/Page'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import { ManyForm } from './ManyForm'
import { ManyList } from './ManyList'
import { OpenBatches } from './OpenBatches'

interface ManyPageProps {
  batchId?: string
  onBatch: (id: string) => void
}

/** Many numbers side by side: first the list, then a table in which each goes its own way. */
export function ManyPage({ batchId, onBatch }: ManyPageProps) {
  const { t } = useTranslation('many')
  return (
    <Page
      width={batchId ? 'wide' : 'form'}
      title={t('title')}
      lead={t(batchId ? 'leadTable' : 'lead')}
      back={
        <Link to="/accounts/connect">
          <IconArrowLeft size={14} aria-hidden />
          {t('toConnect')}
        </Link>
      }
    >
      {batchId ? (
        <OneBatch key={batchId} id={batchId} />
      ) : (
        <>
          <OpenBatches />
          <ManyForm onBegun={(batch) => onBatch(batch.id)} />
        </>
      )}
    </Page>
  )
}

function OneBatch({ id }: { id: string }) {
  const { t } = useTranslation('many')
  const query = useQuery(batchQuery(id))
  return (
    <>
      <QueryStates query={query} pending={<SkeletonRows rows={6} height={56} />}>
        {(batch) => <ManyList batch={batch} />}
      </QueryStates>
      {query.error && !query.data && (
        <LinkButton to="/accounts/several" search={{}} variant="default" mt="md">
          {t('another')}
        </LinkButton>
      )}
    </>
  )
}
