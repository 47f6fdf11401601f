// The sandbox's own HTTP side: what a test may know and do beyond what a person can.
export class Sandbox {
  constructor(url) {
    this.url = url
  }

  async #ask(method, path, body) {
    const response = await fetch(this.url + path, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`sandbox: ${method} ${path} -> ${response.status} ${await response.text()}`)
    return response.status === 204 ? undefined : response.json()
  }

  describe = () => this.#ask('GET', '/api/sandbox')
  number = (phone) => this.#ask('GET', `/api/sandbox/numbers/${phone}`)
  set = (phone, facts) => this.#ask('PUT', `/api/sandbox/numbers/${phone}`, facts)
  code = async (phone) => (await this.#ask('GET', `/api/sandbox/numbers/${phone}/code`)).code
  posts = async (channel) => (await this.#ask('GET', `/api/sandbox/channels/${channel}/posts`)).posts
  fault = (fault) => this.#ask('POST', '/api/sandbox/faults', fault)
  faults = async () => (await this.#ask('GET', '/api/sandbox/faults')).items
  clearFaults = () => this.#ask('DELETE', '/api/sandbox/faults')
}
