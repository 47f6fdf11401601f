import { createHmac } from 'node:crypto'
import { captcha } from '../lib/captcha.js'
import { chunked, parsed, rawRequest, requestOf } from '../lib/raw.js'

const TEN_MEGABYTES = 10 * 1024 * 1024
const ALLOWED_SKEW_SECONDS = 2
const NOBODY = '00000000-0000-4000-8000-000000000000'
const PASSWORD = 'a-perfectly-good-password'
const JSON_TYPE = { 'Content-Type': 'application/json' }
const T = '/api/v1/telegram'

/** A browser's session: tokens in cookies, so that changes need the CSRF header. */
export async function cookieSession(port) {
  const email = 'cookie@example.org'
  const ask = async (path, body, headers) =>
    withCookies(await rawRequest(port, requestOf({ method: 'POST', path, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) })))
  await ask('/api/auth/register', { email, password: PASSWORD, captcha: await captcha(`http://127.0.0.1:${port}`) })
  const csrf = withCookies(await rawRequest(port, requestOf({ method: 'GET', path: '/api/v1/health/live' }))).cookies
  const token = /XSRF-TOKEN=([^;]+)/.exec(csrf)[1]
  const { cookies } = await ask('/api/auth/login', { email, password: PASSWORD }, { 'X-Session': 'cookie', Cookie: `XSRF-TOKEN=${token}`, 'X-XSRF-TOKEN': token })
  return { cookie: `XSRF-TOKEN=${token}; ${cookies}`, token }
}

/** With all its cookies, of which there are several headers of one name. */
function withCookies(answer) {
  const head = answer.subarray(0, answer.indexOf('\r\n\r\n')).toString('latin1')
  const cookies = [...head.matchAll(/^set-cookie: ([^;]+)/gim)].map(([, pair]) => pair).join('; ')
  return { ...parsed(answer), cookies }
}

/** Every row: what is wrong with it, the request, and the status and code that answer it. */
export function tableOf(things) {
  const bearer = bearerOf(things.owner)
  return [
    ...bodies('register', '/api/auth/register', {}),
    ...bodies('connect', `${T}/connect`, bearer),
    ...bodies('publish', `${T}/messages`, { ...bearer, 'Idempotency-Key': 'bad' }),
    ...members(),
    ...posts(things, bearer),
    ...logins(things, bearer),
    ...queries(bearer),
    ...strangers(things),
    ...browsers(things),
    ...protocol(bearer),
    ...tokens(things),
  ]
}

const bearerOf = (member) => ({ as: async () => `Bearer ${await member.fresh()}` })

const post = (what, path, headers, body, status, code) => ({
  what,
  method: 'POST',
  path,
  headers: { ...JSON_TYPE, ...headers },
  body: typeof body === 'object' && !Buffer.isBuffer(body) ? JSON.stringify(body) : body,
  status,
  code,
})
const get = (what, path, headers, status, code) => ({ what, method: 'GET', path, headers, status, code })

function bodies(name, path, headers) {
  const of = (what, body, status, code, more = {}) => post(`${name}: ${what}`, path, { ...headers, ...more }, body, status, code)
  const plain = '{"email":"x@example.org","password":"a-perfectly-good-password"}'
  return [
    of('no body', '', 400, 'body-unreadable'),
    of('broken JSON', '{"email":', 400, 'body-unreadable'),
    of('a list', '[]', 400),
    of('a number', '7', 400),
    of('null', 'null', 400),
    of('an empty object', '{}', 400, 'invalid-input'),
    of('an unknown field', '{"surprise":1}', 400, 'invalid-input'),
    of('100,000 brackets', '['.repeat(100_000), 400),
    of('invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400),
    of('text/plain', plain, 415, 'unsupported-media-type', { 'Content-Type': 'text/plain' }),
    of('a form', 'email=x', 415, 'unsupported-media-type', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    of('no content type', plain, 415, 'unsupported-media-type', { 'Content-Type': undefined }),
    of('10 MB', `{"text":"${'x'.repeat(TEN_MEGABYTES)}"}`, 413, 'payload-too-large'),
    of('10 MB of unsaid length', chunked(`{"text":"${'x'.repeat(TEN_MEGABYTES)}"}`), 413, 'payload-too-large', {
      'Content-Length': undefined,
      'Transfer-Encoding': 'chunked',
    }),
  ]
}

function members() {
  const register = (what, body) => post(`register: ${what}`, '/api/auth/register', {}, body, 400, 'invalid-input')
  return [
    register('an e-mail that is a number', { email: 7, password: PASSWORD }),
    register('an e-mail that is none', { email: 'nobody', password: PASSWORD }),
    register('an e-mail of 300 characters', { email: `${'a'.repeat(300)}@example.org`, password: PASSWORD }),
    register('no password', { email: 'a@example.org' }),
    register('a short password', { email: 'a@example.org', password: 'short' }),
    register('a password of 129 characters', { email: 'a@example.org', password: 'x'.repeat(129) }),
    register('a wished role', { email: 'a@example.org', password: PASSWORD, role: 'admin' }),
    register('a zero character', { email: 'a@example.org', password: PASSWORD, username: 'a\u0000b' }),
    post('register: no captcha', '/api/auth/register', {}, { email: 'new@example.org', password: PASSWORD }, 422, 'captcha-invalid'),
    post('register: a captcha that is none', '/api/auth/register', {}, { email: 'new@example.org', password: PASSWORD, captcha: 'x' }, 422, 'captcha-invalid'),
    post('login: a wrong password', '/api/auth/login', {}, { email: 'owner@example.org', password: PASSWORD }, 401, 'wrong-credentials'),
    post('login: an unknown member', '/api/auth/login', {}, { email: 'who@example.org', password: PASSWORD }, 401, 'wrong-credentials'),
    post('login: no password', '/api/auth/login', {}, { email: 'owner@example.org' }, 400, 'invalid-input'),
    post('refresh: a token of nobody', '/api/auth/refresh', {}, { refresh_token: 'x'.repeat(43) }, 401, 'refresh-token-invalid'),
    post('refresh: no token', '/api/auth/refresh', {}, '{}', 401, 'refresh-token-invalid'),
    post('refresh: a number', '/api/auth/refresh', {}, { refresh_token: 7 }, 400, 'invalid-input'),
  ]
}

function posts({ channel }, bearer) {
  const send = (what, change, code = 'invalid-input', headers = { 'Idempotency-Key': 'bad' }) =>
    post(`publish: ${what}`, `${T}/messages`, { ...bearer, ...headers }, { channelId: channel, text: 'Twelve chars', entities: [], ...change }, 400, code)
  const range = (what, entity, code) => send(what, { entities: [{ type: 'bold', offset: 0, length: 3, ...entity }] }, code)
  return [
    send('no Idempotency-Key', {}, 'idempotency-key-missing', {}),
    send('an Idempotency-Key of 129 characters', {}, 'idempotency-key-missing', { 'Idempotency-Key': 'k'.repeat(129) }),
    send('no channel', { channelId: null }),
    send('a channel that is no UUID', { channelId: 'somewhere' }),
    send('a text that is a number', { text: 7 }),
    send('no text', { text: null }),
    send('a blank text', { text: ' \n ' }),
    send('4,097 characters', { text: 'x'.repeat(4097) }, 'text-too-long'),
    send('a zero character', { text: 'a\u0000b' }),
    send('half a surrogate pair', { text: 'a\ud800b' }),
    send('ranges that are no list', { entities: {} }),
    send('a range that is null', { entities: [null] }),
    range('an unknown kind of range', { type: 'blink' }),
    range('a negative offset', { offset: -1 }),
    range('a range beyond the text', { offset: 10, length: 10 }),
    range('a range of no length', { length: 0 }),
    range('an offset beyond integers', { offset: 99_999_999_999 }),
    range('an offset that is a fraction', { offset: 0.5 }),
    range('a link without address', { type: 'text_link' }),
    range('a link that runs a script', { type: 'text_link', url: 'javascript:alert(1)' }),
    send('10,000 ranges', { entities: Array.from({ length: 10_000 }, () => ({ type: 'bold', offset: 0, length: 1 })) }),
    post('publish: a channel of nobody', `${T}/messages`, { ...bearer, 'Idempotency-Key': 'bad' }, { channelId: NOBODY, text: 'x', entities: [] }, 404, 'channel-not-found'),
    post('publish: another text under a used key', `${T}/messages`, { ...bearer, 'Idempotency-Key': 'mine' }, { channelId: channel, text: 'Other', entities: [] }, 409, 'idempotency-key-reused'),
  ]
}

function logins({ login }, bearer) {
  const connect = (what, phoneNumber) => post(`connect: ${what}`, `${T}/connect`, bearer, { phoneNumber }, 400, 'invalid-input')
  return [
    connect('a number that is none', 'call me'),
    connect('a JSON number', 79_991_234_567),
    connect('10,000 digits', '9'.repeat(10_000)),
    post('code: none', `${T}/connect/${login}/code`, bearer, {}, 400, 'invalid-input'),
    post('code: a list', `${T}/connect/${login}/code`, bearer, { code: ['1'] }, 400, 'invalid-input'),
    post('code: a thousand digits', `${T}/connect/${login}/code`, bearer, { code: '1'.repeat(1000) }, 400, 'invalid-input'),
    post('password: before it is asked for', `${T}/connect/${login}/password`, bearer, { password: 'x' }, 409),
    post('resend: too early', `${T}/connect/${login}/resend`, bearer, '', 409, 'resend-not-available'),
    post('code: a login of nobody', `${T}/connect/${NOBODY}/code`, bearer, { code: '11111' }, 404, 'login-not-found'),
    post('code: an id that is none', `${T}/connect/one/code`, bearer, { code: '11111' }, undefined),
  ]
}

function queries(bearer) {
  const ask = (what, path) => get(`query: ${what}`, `${T}${path}`, bearer, 400, 'invalid-input')
  return [
    ask('a limit of nothing', '/messages?limit=0'),
    ask('a negative limit', '/messages?limit=-1'),
    ask('a limit that is a word', '/messages?limit=many'),
    ask('a cursor of ours that is not', '/messages?cursor=%00%FF'),
    ask('an unknown state', '/messages?state=LOST'),
    ask('an unknown kind', '/logs?kind=GOSSIP'),
    ask('a time that is none', '/logs?from=yesterday'),
    ask('an account that is no UUID', "/logs?accountId=1'%20or%201=1--"),
    get('an account of nobody', `${T}/accounts/${NOBODY}`, bearer, 404, 'account-not-found'),
    get('a delivery of nobody', `${T}/messages/${NOBODY}`, bearer, 404, 'delivery-not-found'),
  ]
}

/** Another member's things are not there, whatever is done with them. */
function strangers({ other, account, channel, delivery, login }) {
  const bearer = bearerOf(other)
  const theirs = (what, method, path, code, body) => ({
    what: `another member's ${what}`,
    method,
    path: `${T}${path}`,
    headers: { ...bearer, ...(body && JSON_TYPE), 'Idempotency-Key': 'theirs' },
    body: body && JSON.stringify(body),
    status: 404,
    code,
  })
  return [
    theirs('account', 'GET', `/accounts/${account}`, 'account-not-found'),
    theirs('account, to disconnect', 'DELETE', `/accounts/${account}`, 'account-not-found'),
    theirs('account, to refresh', 'POST', `/accounts/${account}/channels/refresh`, 'account-not-found'),
    theirs('channel, to post in', 'POST', '/messages', 'channel-not-found', { channelId: channel, text: 'x', entities: [] }),
    theirs('delivery', 'GET', `/messages/${delivery}`, 'delivery-not-found'),
    theirs('login', 'GET', `/connect/${login}`, 'login-not-found'),
    theirs('login, with a code', 'POST', `/connect/${login}/code`, 'login-not-found', { code: '22222' }),
    theirs('login, with a password', 'POST', `/connect/${login}/password`, 'login-not-found', { password: 'x' }),
    theirs('login, to cancel', 'POST', `/connect/${login}/cancel`, 'login-not-found'),
    theirs('login, for a new code', 'POST', `/connect/${login}/resend`, 'login-not-found'),
  ]
}

function browsers({ cookies: { cookie, token } }) {
  const act = (what, path, headers) => post(`with cookies: ${what}`, path, { Cookie: cookie, ...headers }, {}, 403, 'csrf-token-missing')
  return [
    act('no CSRF header', `${T}/connect`, {}),
    act('another CSRF header', `${T}/connect`, { 'X-XSRF-TOKEN': NOBODY }),
    act('a CSRF header without its cookie', `${T}/connect`, { Cookie: cookie.replace(/XSRF-TOKEN=[^;]+; /, ''), 'X-XSRF-TOKEN': token }),
    act('logging out without it', '/api/auth/logout', {}),
    act('refreshing without it', '/api/auth/refresh', {}),
    { ...act('disconnecting without it', `${T}/accounts/${NOBODY}`, {}), method: 'DELETE' },
  ]
}

function protocol(bearer) {
  const line = (what, text, status) => ({ what, bytes: Buffer.from(text, 'latin1'), status, bare: true })
  const path = (what, target) => ({ ...get(`path: ${what}`, target, bearer), bare: true })
  return [
    get('an unknown path of the API', `${T}/nothing/here`, bearer, 404, 'not-found'),
    get('an unknown path, nobody asking', `${T}/nothing/here`, {}, 404, 'not-found'),
    get('an unknown path beside the API', '/api/nothing', {}, 404, 'not-found'),
    { ...get('a wrong method', '/api/auth/login', {}, 405, 'method-not-allowed'), method: 'DELETE' },
    { ...get('a wrong method of a list', `${T}/channels`, bearer, 405, 'method-not-allowed'), method: 'PUT' },
    { ...get('a method of nobody', `${T}/channels`, bearer), method: 'BREW', bare: true },
    { ...get('TRACE', '/api/auth/me', bearer), method: 'TRACE', bare: true },
    get('an answer in XML', `${T}/channels`, { ...bearer, Accept: 'application/xml' }, 406, 'not-acceptable'),
    path('up and out', '/../../../../etc/passwd'),
    path('up and out, encoded', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd'),
    path('up and out, slashes encoded', '/assets/..%2f..%2f..%2fetc%2fpasswd'),
    path('up and out, backslashes', '/assets/..%5c..%5cindex.html'),
    path('a zero character', '/assets/%00.js'),
    path('a broken escape', `${T}/messages/%zz`),
    path('a matrix parameter', `${T}/messages;x=1/../accounts`),
    { ...get('a header of 100,000 characters', '/api/auth/me', { 'X-Long': 'x'.repeat(100_000) }), bare: true },
    { ...get('1,000 headers', '/api/auth/me', Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`X-${at}`, 'x']))), bare: true },
    line('no Host', 'GET /api/auth/me HTTP/1.1\r\nConnection: close\r\n\r\n', 400),
    line('two lengths', 'POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}', 400),
    line('a negative length', 'POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n{}', 400),
    line('random bytes', '\x00\x01\x02\xff\xfe garbage\r\n\r\n', 400),
  ]
}

function tokens({ owner, early }) {
  const me = (what, authorization) => get(`token: ${what}`, '/api/auth/me', { Authorization: authorization }, 401, 'sign-in-needed')
  const forged = (what, forge) => get(`token: ${what}`, '/api/auth/me', forgery(owner, forge), 401, 'sign-in-needed')
  return [
    get('token: none', '/api/auth/me', {}, 401, 'sign-in-needed'),
    me('garbage', 'Bearer garbage'),
    me('empty', 'Bearer '),
    me('of 7,000 characters', `Bearer ${'x'.repeat(7000)}`),
    me('Basic', `Basic ${Buffer.from('owner@example.org:x').toString('base64')}`),
    forged('a changed signature', changedSignature),
    forged('changed claims', ({ head, claims, signature }) => `${head}.${piece({ ...claims, exp: claims.exp + 86_400 })}.${signature}`),
    forged('the algorithm none', ({ header, body }) => `${piece({ ...header, alg: 'none' })}.${body}.`),
    forged('a shared secret', sharedSecret),
    forged('a key of nobody', ({ header, body, signature }) => `${piece({ ...header, kid: 'nobody' })}.${body}.${signature}`),
    post('token: forged, for a change', `${T}/connect`, forgery(owner, changedSignature), { phoneNumber: '9996610001' }, 401, 'sign-in-needed'),
    get('token: expired', '/api/auth/me', { as: () => expired(early.token) }, 401, 'sign-in-needed'),
  ]
}

const piece = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Made of a token that is good otherwise, at the moment when it is sent. */
const forgery = (member, forge) => ({
  as: async () => {
    const [head, body, signature] = (await member.fresh()).split('.')
    const [header, claims] = [head, body].map((part) => JSON.parse(Buffer.from(part, 'base64url')))
    return `Bearer ${forge({ head, body, signature, header, claims })}`
  },
})

const changedSignature = ({ head, body, signature }) => `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`

function sharedSecret({ header, body }) {
  const signed = `${piece({ ...header, alg: 'HS256' })}.${body}`
  return `${signed}.${createHmac('sha256', header.kid).update(signed).digest('base64url')}`
}

/** Waits until the token has run out, and the clock skew that is allowed with it. */
async function expired(token) {
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url'))
  const left = (exp + ALLOWED_SKEW_SECONDS + 1) * 1000 - Date.now()
  if (left > 0) await new Promise((done) => setTimeout(done, left))
  return `Bearer ${token}`
}
