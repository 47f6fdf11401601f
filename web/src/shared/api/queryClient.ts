import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { hasCode, ProblemError } from './problem'
import { keys } from './queries'

const worthRepeating = (error: unknown) =>
  error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 502)

export function createQueryClient(onSessionLost: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (hasCode(error, 'sign-in-needed')) onSessionLost()
  }
  return new QueryClient({
    // Who I am is asked by the guard of the cabinet, which sends to the login by itself.
    queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== keys.me[0] && onError(error) }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: 15_000, retry: (count, error) => count < 2 && worthRepeating(error) },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
