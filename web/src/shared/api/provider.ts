import { queryOptions } from '@tanstack/react-query'
import i18next from 'i18next'
import { answer, http } from './client'
import { keys } from './queries'

/** Why this tab went to the provider, and where it goes on afterwards. */
export interface Errand {
  purpose: 'sign-in' | 'link' | 'proof'
  /** Only this tab has it: an answer is worth nothing in a browser that did not ask. */
  challenge: string
  next?: string
}

/** What the provider wrote into our address. Without a code it let nobody in. */
export interface ProviderAnswer {
  state: string
  code?: string
  iss?: string
}

const ERRAND = 'cf.errand'

const language = () => i18next.language

/** What the provider is called here; nothing when none is set up. */
export const providerQuery = queryOptions({
  queryKey: ['provider'],
  queryFn: async ({ signal }) => (await answer(http.GET('/api/auth/oidc', { signal }))).name ?? null,
  staleTime: Infinity,
})

export const identitiesQuery = queryOptions({
  queryKey: [...keys.me, 'security', 'provider'],
  queryFn: async ({ signal }) => (await answer(http.GET('/api/auth/oidc/identities', { signal }))).items,
})

function leave({ challenge, url }: { challenge: string; url: string }, errand: Omit<Errand, 'challenge'>): Promise<never> {
  sessionStorage.setItem(ERRAND, JSON.stringify({ ...errand, challenge }))
  location.assign(url)
  // The page is on its way out: whatever waits here, waits until it is gone.
  return new Promise<never>(() => undefined)
}

export async function leaveToSignIn({ invitation, next }: { invitation?: string; next?: string }) {
  const body = { ...(invitation && { invitation }), language: language() }
  return leave(await answer(http.POST('/api/auth/oidc/sign-in/start', { body })), { purpose: 'sign-in', next })
}

export async function leaveToLink(next: string) {
  return leave(await answer(http.POST('/api/auth/oidc/link/start', { body: { language: language() } })), { purpose: 'link', next })
}

export async function leaveToProve(next: string) {
  return leave(await answer(http.POST('/api/auth/oidc/proof/start')), { purpose: 'proof', next })
}

/** What this tab left for; told once. */
export function takeErrand(): Errand | undefined {
  const kept = sessionStorage.getItem(ERRAND)
  sessionStorage.removeItem(ERRAND)
  return kept === null ? undefined : (JSON.parse(kept) as Errand)
}

/** The parts of the address that the provider has sent this tab to. */
export function answerIn(search: string): ProviderAnswer {
  const said = new URLSearchParams(search)
  const part = (name: string) => said.get(name) ?? undefined
  return { state: part('state') ?? '', code: part('code'), iss: part('iss') }
}

/** Says to the server what the provider has said. */
export function finish({ purpose, challenge }: Errand, said: ProviderAnswer): Promise<unknown> {
  const body = { challenge, ...said }
  switch (purpose) {
    case 'sign-in':
      return answer(http.POST('/api/auth/oidc/sign-in/callback', { body, headers: { 'X-Session': 'cookie' } }))
    case 'link':
      return answer(http.POST('/api/auth/oidc/link/callback', { body }))
    case 'proof':
      return answer(http.POST('/api/auth/oidc/proof/callback', { body }))
  }
}
