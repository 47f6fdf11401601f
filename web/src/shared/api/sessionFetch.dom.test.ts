import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sessionFetch } from './sessionFetch'

type Handler = (request: Request) => Response | Promise<Response>

const problem = (status: number, code: string) => Response.json({ code }, { status })
const url = (path: string) => `${location.origin}${path}`
let calls: string[]

function server(handler: Handler) {
  vi.stubGlobal('fetch', async (request: Request) => {
    calls.push(`${request.method} ${new URL(request.url).pathname}`)
    return handler(request)
  })
}

beforeEach(() => {
  calls = []
  localStorage.clear()
  document.cookie = 'XSRF-TOKEN=token'
})
afterEach(() => vi.unstubAllGlobals())

test('a changing request carries the CSRF token, a reading one needs none', async () => {
  const seen: (string | null)[] = []
  server((request) => {
    seen.push(request.headers.get('X-XSRF-TOKEN'))
    return new Response()
  })
  await sessionFetch(new Request(url('/api/x')))
  await sessionFetch(new Request(url('/api/x'), { method: 'POST', body: '{}' }))
  expect(seen).toEqual([null, 'token'])
})

test('a refused CSRF token is fetched anew, once', async () => {
  server((request) => (request.method === 'POST' ? problem(403, 'csrf-token-missing') : new Response()))
  const response = await sessionFetch(new Request(url('/api/x'), { method: 'POST', body: '{}' }))
  expect(response.status).toBe(403)
  expect(calls).toEqual(['POST /api/x', 'GET /api/v1/health/live', 'POST /api/x'])
})

test('an access token that ran out is renewed once for all who wait, and each request repeated', async () => {
  let renewed = false
  server((request) => {
    if (request.url.endsWith('/api/auth/refresh')) renewed = true
    else if (!renewed) return problem(401, 'sign-in-needed')
    return new Response()
  })
  const answers = await Promise.all(['/api/a', '/api/b'].map((path) => sessionFetch(new Request(url(path)))))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(calls.filter((call) => call === 'POST /api/auth/refresh')).toHaveLength(1)
})

test('when the renewal is refused the first answer stands', async () => {
  server((request) => problem(401, request.url.endsWith('refresh') ? 'refresh-token-invalid' : 'sign-in-needed'))
  expect((await sessionFetch(new Request(url('/api/a')))).status).toBe(401)
})

test('a wrong password at the login renews nothing', async () => {
  server(() => problem(401, 'wrong-credentials'))
  await sessionFetch(new Request(url('/api/auth/login'), { method: 'POST', body: '{}' }))
  expect(calls).toEqual(['POST /api/auth/login'])
})

test('a server out of reach is a problem with a code, not a lost session', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
  await expect(sessionFetch(new Request(url('/api/a')))).rejects.toMatchObject({ problem: { code: 'no-connection' } })
})
