import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { askAgain } from './askAgain'

test('an answer that was read before the news is asked for once more', async () => {
  const answers: ((state: string) => void)[] = []
  const queryClient = new QueryClient()
  const observer = new QueryObserver(queryClient, {
    queryKey: ['accounts', 'one'],
    queryFn: () => new Promise<string>((done) => answers.push(done)),
  })
  const stop = observer.subscribe(() => undefined)
  expect(answers).toHaveLength(1)
  askAgain(queryClient, { queryKey: ['accounts'] })
  answers[0]?.('CONNECTING')
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.('CONNECTED')
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('CONNECTED'))
  stop()
})
