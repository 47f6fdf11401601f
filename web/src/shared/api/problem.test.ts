import { expect, test } from 'vitest'
import { decodeProblem, hasCode, noConnection, problemOf } from './problem'

const response = (status: number, headers: HeadersInit = {}) => new Response(null, { status, headers })

test('a problem document is read whole', () => {
  const problem = decodeProblem(
    {
      code: 'flood-wait',
      detail: 'wait',
      retryAfterSeconds: 42,
      telegramType: 'FLOOD_WAIT_42',
      errors: [{ field: 'email', message: 'bad' }, 'nonsense'],
    },
    response(429),
  )
  expect(problem).toMatchObject({ code: 'flood-wait', status: 429, retryAfterSeconds: 42, telegramType: 'FLOOD_WAIT_42' })
  expect(problem.fields).toEqual([{ field: 'email', message: 'bad', code: undefined }])
})

test('the wait may come from the header alone', () => {
  expect(decodeProblem({ code: 'too-many-requests' }, response(429, { 'Retry-After': '7' })).retryAfterSeconds).toBe(7)
})

test.each([null, '<html>', [], { code: 7 }])('an answer that is no problem document (%j) is still a problem', (body) => {
  expect(decodeProblem(body, response(400)).code).toBe('unknown')
  expect(decodeProblem(body, response(503)).code).toBe('temporarily-unavailable')
})

test('a fault of the page is not taken for one of the server', () => {
  expect(problemOf(new TypeError('x')).code).toBe('page-fault')
  expect(problemOf(noConnection()).code).toBe('no-connection')
  expect(hasCode(noConnection(), 'no-connection')).toBe(true)
  expect(hasCode(new Error('no-connection'), 'no-connection')).toBe(false)
})
