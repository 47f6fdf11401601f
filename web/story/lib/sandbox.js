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
  bot = (wanted) => this.#ask('POST', '/api/sandbox/bots', wanted)
  /** A new channel of this number; its id. */
  found = async (owner, title) => (await this.#ask('POST', '/api/sandbox/channels', { owner, title })).id
  rename = (channel, title) => this.#ask('PUT', `/api/sandbox/channels/${channel}`, { title })
  /** What somebody is in a channel. */
  place = (channel, phone, role) => this.#ask('PUT', `/api/sandbox/channels/${channel}/members/${phone}`, role)
  posts = async (channel) => (await this.#ask('GET', `/api/sandbox/channels/${channel}/posts`)).posts
  topics = async (channel) => (await this.#ask('GET', `/api/sandbox/channels/${channel}/topics`)).topics
  /** A file byte for byte. */
  file = async (id) => {
    const response = await fetch(`${this.url}/api/sandbox/files/${id}`)
    if (!response.ok) throw new Error(`sandbox: the file ${id} -> ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }
  fault = (fault) => this.#ask('POST', '/api/sandbox/faults', fault)
  faults = async () => (await this.#ask('GET', '/api/sandbox/faults')).items
  clearFaults = () => this.#ask('DELETE', '/api/sandbox/faults')
}
