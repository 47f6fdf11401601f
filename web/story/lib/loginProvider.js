// A provider of OpenID Connect for the story: it knows whoever is named on its page, checks PKCE and the client's
// password, and signs with a key of its own.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer } from 'node:http'

const CLIENT = 'factory'

export class LoginProvider {
  secret = randomBytes(16).toString('hex')
  #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #codes = new Map()
  #server

  static async start() {
    const provider = new LoginProvider()
    provider.#server = createServer((request, response) => void provider.#answer(request, response))
    await new Promise((done) => provider.#server.listen(0, '127.0.0.1', done))
    provider.url = `http://127.0.0.1:${provider.#server.address().port}`
    return provider
  }

  /** What the installation is told of it. */
  get variables() {
    return { CF_OIDC_ISSUER: this.url, CF_OIDC_CLIENT_ID: CLIENT, CF_OIDC_CLIENT_SECRET: this.secret, CF_OIDC_NAME: 'Acme' }
  }

  /** Who is at the computer: the name and the e-mail that the provider vouches for. */
  person = 'nobody'

  stop = () => this.#server.close()

  async #answer(request, response) {
    const url = new URL(request.url, this.url)
    const json = (body, status = 200) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer: this.url,
          authorization_endpoint: `${this.url}/authorize`,
          token_endpoint: `${this.url}/token`,
          jwks_uri: `${this.url}/keys`,
          id_token_signing_alg_values_supported: ['ES256'],
        })
      case '/keys':
        return json({ keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] })
      case '/authorize':
        return response.writeHead(200, { 'Content-Type': 'text/html' }).end(this.#page(url.searchParams))
      case '/token':
        return this.#token(request, new URLSearchParams(await bodyOf(request)), json)
      default:
        return response.writeHead(204).end()
    }
  }

  #page(asked) {
    const code = randomBytes(24).toString('base64url')
    this.#codes.set(code, { person: this.person, nonce: asked.get('nonce'), challenge: asked.get('code_challenge') })
    const back = (answer) => `${asked.get('redirect_uri')}?${new URLSearchParams({ ...answer, state: asked.get('state') })}`.replaceAll('&', '&amp;')
    return `<!doctype html><html lang="en"><title>Acme</title><main><h1>Acme</h1>
      <p><a href="${back({ code })}">Continue as ${this.person}</a></p><p><a href="${back({ error: 'access_denied' })}">Cancel</a></p></main></html>`
  }

  #token(request, asked, json) {
    const code = this.#codes.get(asked.get('code'))
    this.#codes.delete(asked.get('code'))
    const client = `Basic ${Buffer.from(`${CLIENT}:${this.secret}`).toString('base64')}`
    const verified = code && createHash('sha256').update(asked.get('code_verifier') ?? '').digest('base64url') === code.challenge
    if (request.headers.authorization !== client) return json({ error: 'invalid_client' }, 401)
    if (!verified) return json({ error: 'invalid_grant' }, 400)
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: this.url, aud: CLIENT, sub: code.person, iat: now, exp: now + 300, auth_time: now, nonce: code.nonce }
    const idToken = this.#signed({ ...claims, email: `${code.person}@example.org`, email_verified: true })
    return json({ access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', expires_in: 60, id_token: idToken })
  }

  #signed(claims) {
    const text = [{ alg: 'ES256', kid: 'one' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return `${text}.${sign('sha256', Buffer.from(text), { key: this.#keys.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
  }
}

async function bodyOf(request) {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return body
}
