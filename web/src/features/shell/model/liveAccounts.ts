import type { Account } from '@/shared/api/types'

/** What the stream says about an account: the whole of it, or only that it is gone. */
export type AccountNews = Account | { id: string; state: 'DISCONNECTED' }

const isGone = (news: AccountNews): news is Exclude<AccountNews, Account> => news.state === 'DISCONNECTED'

/** The list with the news in it; a list that was never asked for stays unknown. */
export function withNews(known: Account[] | undefined, news: AccountNews): Account[] | undefined {
  if (isGone(news)) return known?.filter(({ id }) => id !== news.id)
  const isNew = known?.every(({ id }) => id !== news.id)
  return isNew ? [...known!, news] : known?.map((other) => (other.id === news.id ? news : other))
}
