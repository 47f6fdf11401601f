import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keys } from '@/shared/api/queries'
import { renewSession } from '@/shared/api/sessionFetch'
import type { Account, Delivery, Login } from '@/shared/api/types'
import { type AccountNews, withNews } from '../model/liveAccounts'

type Listener<T> = (queryClient: QueryClient, value: T) => void

const onAccount: Listener<AccountNews> = (queryClient, news) => {
  queryClient.setQueryData<Account[]>(keys.accounts, (known) => withNews(known, news))
  void queryClient.invalidateQueries({ queryKey: keys.accounts })
  void queryClient.invalidateQueries({ queryKey: keys.channels })
}

const onDelivery: Listener<Delivery> = (queryClient, delivery) => {
  queryClient.setQueryData([...keys.deliveries, 'one', delivery.id], delivery)
  void queryClient.invalidateQueries({ queryKey: [...keys.deliveries, 'latest'] })
}

const onLogin: Listener<Login> = (queryClient, login) => {
  queryClient.setQueryData([...keys.logins, login.id], login)
  void queryClient.invalidateQueries({ queryKey: [...keys.logins, 'open'] })
}

const LISTENERS: Record<string, Listener<never>> = { account: onAccount, delivery: onDelivery, login: onLogin }

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000

/** Keeps one event stream open while the cabinet is shown. Answers whether it flows. */
export function useLiveEvents(): boolean {
  const queryClient = useQueryClient()
  const [flowing, setFlowing] = useState(true)
  useEffect(() => {
    let stopped = false
    let pause = FIRST_PAUSE
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined

    const open = () => {
      if (stopped) return
      source = new EventSource('/api/v1/telegram/events')
      source.onopen = () => {
        pause = FIRST_PAUSE
        setFlowing(true)
        // What changed before the stream flowed was told to nobody: ask again for all that is known by now.
        void queryClient.invalidateQueries({ queryKey: keys.telegram })
      }
      source.onerror = () => {
        const openedAt = Date.now()
        source?.close()
        setFlowing(false)
        const wait = pause
        pause = Math.min(pause * 2, LONGEST_PAUSE)
        // An EventSource does not tell why it ended; an access token that has run out is the usual reason.
        timer = setTimeout(() => void renewSession(openedAt).catch(() => false).then(open), wait)
      }
      for (const [name, listener] of Object.entries(LISTENERS)) {
        source.addEventListener(name, (event) => {
          listener(queryClient, JSON.parse((event as MessageEvent<string>).data) as never)
          void queryClient.invalidateQueries({ queryKey: keys.logs })
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
