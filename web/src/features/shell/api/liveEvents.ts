import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import { renewSession } from '@/shared/api/sessionFetch'
import type { Account, Batch, BatchRow, Delivery, Login } from '@/shared/api/types'
import { askAgain } from '../model/askAgain'
import { type AccountNews, withNews } from '../model/liveAccounts'
import { withRow } from '../model/liveBatches'

type Listener<T> = (queryClient: QueryClient, value: T) => void

const onAccount: Listener<AccountNews> = (queryClient, news) => {
  queryClient.setQueryData<Account[]>(keys.accounts, (known) => withNews(known, news))
  askAgain(queryClient, { queryKey: keys.accounts })
  askAgain(queryClient, { queryKey: keys.channels })
}

/** A channel has another name, other rights, or is lost. */
const onChannel: Listener<unknown> = (queryClient) => askAgain(queryClient, { queryKey: keys.channels })

const onDelivery: Listener<Delivery> = (queryClient, delivery) => {
  queryClient.setQueryData([...keys.deliveries, 'one', delivery.id], delivery)
  askAgain(queryClient, { queryKey: [...keys.deliveries, 'latest'] })
  askAgain(queryClient, { queryKey: [...keys.deliveries, 'planned'] })
  askAgain(queryClient, { queryKey: keys.channels })
}

const onLogin: Listener<Login> = (queryClient, login) => {
  queryClient.setQueryData([...keys.logins, login.id], login)
  askAgain(queryClient, { queryKey: [...keys.logins, 'open'] })
}

const onBatch: Listener<BatchRow> = (queryClient, row) => {
  queryClient.setQueryData<Batch>([...keys.batches, 'one', row.batchId], (known) => withRow(known, row))
  askAgain(queryClient, { queryKey: [...keys.batches, 'list'] })
}

const onFlood: Listener<unknown> = (queryClient) => askAgain(queryClient, { queryKey: keys.floods })

const LISTENERS: Record<string, Listener<never>> = {
  account: onAccount,
  channel: onChannel,
  delivery: onDelivery,
  login: onLogin,
  batch: onBatch,
  flood: onFlood,
}

const FIRST_PAUSE = 300
const LONGEST_PAUSE = 30_000

/** The session is over. Whoever asks once more is told so, and then led to the login as by any other answer. */
const leave = (queryClient: QueryClient) =>
  queryClient
    .fetchQuery({ queryKey: ['session'], queryFn: ({ signal }) => answer(http.GET('/api/auth/me', { signal })), retry: false })
    .catch(() => undefined)

/** Keeps one event stream open while the cabinet is shown. Answers whether it flows. */
export function useLiveEvents(): boolean {
  const queryClient = useQueryClient()
  const [flowing, setFlowing] = useState(true)
  useEffect(() => {
    let stopped = false
    let pause = FIRST_PAUSE
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined

    const goOn = async (since: number) => {
      const renewed = await renewSession(since).catch(() => true) // the server is away: it is tried again
      if (!renewed) await leave(queryClient)
    }

    const open = () => {
      if (stopped) return
      source = new EventSource('/api/v1/telegram/events')
      source.onopen = () => {
        pause = FIRST_PAUSE
        setFlowing(true)
        // What changed before the stream flowed was told to nobody: ask again for all that is known by now.
        askAgain(queryClient, { queryKey: keys.telegram })
        // The stream also ends when an admin has given this person another role.
        askAgain(queryClient, { queryKey: keys.me, exact: true })
      }
      source.onerror = () => {
        const openedAt = Date.now()
        source?.close()
        setFlowing(false)
        const wait = pause
        pause = Math.min(pause * 2, LONGEST_PAUSE)
        // An EventSource does not tell why it ended; an access token that has run out is the usual reason.
        timer = setTimeout(() => void goOn(openedAt).then(open), wait)
      }
      for (const [name, listener] of Object.entries(LISTENERS)) {
        source.addEventListener(name, (event) => {
          listener(queryClient, JSON.parse((event as MessageEvent<string>).data) as never)
          askAgain(queryClient, { queryKey: keys.logs })
          askAgain(queryClient, { queryKey: keys.overview })
          askAgain(queryClient, { queryKey: keys.errors })
        })
      }
    }

    open()
    return () => {
      stopped = true
      clearTimeout(timer)
      source?.close()
    }
  }, [queryClient])
  return flowing
}
