import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { QueryStates, SkeletonRows } from '@/shared/ui/QueryStates'
import classes from '@/shared/ui/Rows.module.css'
import { toast } from '@/shared/ui/toast'
import { endOtherSessions, endSession, sessionsKey, sessionsQuery } from '../api/sessions'
import { SessionRow } from './SessionRow'

/** Where one is signed in. What is ended here is out everywhere within a second. */
export function SessionsTab() {
  const { t } = useTranslation('sessions')
  const queryClient = useQueryClient()
  const query = useQuery(sessionsQuery)
  const refresh = () => queryClient.invalidateQueries({ queryKey: sessionsKey })
  const end = useMutation({
    mutationFn: async (id: string) => {
      try {
        await endSession(id)
      } catch (error) {
        if (!hasCode(error, 'session-not-found')) throw error // ended already is ended
      }
    },
    onSuccess: refresh,
  })
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => {
      toast(t('othersEnded'))
      void refresh()
    },
  })
  const problem = end.error ?? endOthers.error
  const hasOthers = (query.data?.length ?? 0) > 1
  return (
    <Panel title={t('title')} lead={t('lead')}>
      <QueryStates query={query} pending={<SkeletonRows rows={2} height={56} />}>
        {(sessions) => (
          <ul className={classes.list} aria-label={t('title')}>
            {sessions.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                busy={end.isPending && end.variables === session.id}
                onEnd={() => end.mutate(session.id)}
              />
            ))}
          </ul>
        )}
      </QueryStates>
      {problem && <ProblemNotice error={problem} />}
      {hasOthers && (
        <Acts>
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('endOthers')}
          </Button>
        </Acts>
      )}
    </Panel>
  )
}
