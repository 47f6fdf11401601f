import assert from 'node:assert/strict'

const PASSWORD = 'a-lantern-for-every-window'

/** An API client with a bearer token; remembers every answer for the suite `secrets`. */
export class Api {
  #token

  constructor(url, evidence) {
    this.url = url
    this.evidence = evidence
  }

  async register(email) {
    const member = await this.post('/api/auth/register', { email, password: PASSWORD }, 201)
    const tokens = await this.post('/api/auth/login', { email, password: PASSWORD })
    this.#token = tokens.access_token
    for (const name of ['access_token', 'refresh_token']) this.evidence.secret(`a member's ${name}`, tokens[name])
    this.evidence.secret("a member's password", PASSWORD)
    return member
  }

  get token() {
    return this.#token
  }

  get = (path) => this.#ask('GET', path, undefined, 200)
  post = (path, body, status = 200, headers = {}) => this.#ask('POST', path, body, status, headers)

  async #ask(method, path, body, status, headers = {}) {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
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
