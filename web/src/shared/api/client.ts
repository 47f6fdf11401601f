import createClient from 'openapi-fetch'
import { decodeProblem, ProblemError } from './problem'
import type { paths } from './schema'
import { sessionFetch } from './sessionFetch'

export const http = createClient<paths>({ baseUrl: location.origin, fetch: sessionFetch, credentials: 'same-origin' })

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The data of an answer, or its problem thrown. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call
  if (!response.ok) throw new ProblemError(decodeProblem(error, response))
  return data as T
}
