import assert from 'node:assert/strict'
import { captcha } from './captcha.js'

const PASSWORD = 'a-lantern-for-every-window'

/** An API client with a bearer token; remembers every answer for the suite `secrets`. */
export class Api {
  #tokens
  #freshUntil

  constructor({ url, mailbox }, evidence) {
    this.mailbox = mailbox
    this.url = url
    this.evidence = evidence
  }

  async register(email) {
    const member = await this.post('/api/auth/register', { email, password: PASSWORD, captcha: await captcha(this.url) }, 201)
    await this.post('/api/auth/email/confirm', { token: await this.mailbox.token(email, '/confirm-email') })
    this.#take(await this.post('/api/auth/login', { email, password: PASSWORD }))
    this.evidence.secret("a member's password", PASSWORD)
    return member
  }

  #take(tokens) {
    for (const name of ['access_token', 'refresh_token']) this.evidence.secret(`a member's ${name}`, tokens[name])
    this.#freshUntil = Date.now() + (tokens.expires_in * 1000) / 2
    this.#tokens = tokens
  }

  /** The access token as it is, perhaps expired. */
  get token() {
    return this.#tokens.access_token
  }

  /** An access token with at least half its life before it. */
  async fresh() {
    if (Date.now() > this.#freshUntil) {
      const { refresh_token } = this.#tokens
      this.#tokens = undefined
      this.#take(await this.post('/api/auth/refresh', { refresh_token }))
    }
    return this.token
  }

  get = (path) => this.#ask('GET', path, undefined, 200)
  post = (path, body, status = 200, headers = {}) => this.#ask('POST', path, body, status, headers)

  async #ask(method, path, body, status, headers = {}) {
    const token = this.#tokens && (await this.fresh())
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    this.evidence.answers.push({ url: response.url, status: response.status, type: response.headers.get('content-type') ?? '', body: text })
    assert.equal(response.status, status, `${method} ${path}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
}
