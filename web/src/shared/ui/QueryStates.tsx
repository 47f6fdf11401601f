import { Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from './ProblemNotice'

type Asked<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>

interface QueryStatesProps<T> {
  query: Asked<T>
  /** The shape of what will come. */
  pending: ReactNode
  empty?: { when: (data: T) => boolean; show: ReactNode }
  children: (data: T) => ReactNode
}

/** The four states that every list and every thing from the server has; none can be forgotten. */
export function QueryStates<T>({ query, pending, empty, children }: QueryStatesProps<T>) {
  const { t } = useTranslation()
  const { data, error } = query
  const retry = () => void query.refetch()
  if (data === undefined) {
    if (error) return <ProblemNotice error={error} onRetry={retry} />
    return (
      <div role="status" aria-label={t('loading')}>
        {pending}
      </div>
    )
  }
  return (
    <>
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {empty?.when(data) ? empty.show : children(data)}
    </>
  )
}

/** Rows of a list that is still on its way. */
export function SkeletonRows({ rows, height }: { rows: number; height: number }) {
  return Array.from({ length: rows }, (_, index) => <Skeleton key={index} height={height} mb={8} radius="md" />)
}
