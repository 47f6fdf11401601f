// A real SOCKS5 proxy (RFC 1928 with RFC 1929) on a free port of this machine, for whoever knows the name and the password.
import { connect, createServer } from 'node:net'

const IPV4 = 1

export class Socks {
  /** Ways that were opened, one text each. */
  destinations = []
  /** While refusing, it hangs up on everybody. */
  refusing = false
  #open = new Set()
  #server

  static async start(user, password) {
    const socks = new Socks()
    socks.login = Buffer.from([1, user.length, ...Buffer.from(user), password.length, ...Buffer.from(password)])
    socks.#server = createServer((client) => void socks.#serve(client).catch(() => client.destroy()))
    await new Promise((done) => socks.#server.listen(0, '127.0.0.1', done))
    socks.port = socks.#server.address().port
    return socks
  }

  /** Hangs up on those who are connected, and on all who come until it is taken back. */
  fail() {
    this.refusing = true
    this.#open.forEach((socket) => socket.destroy())
  }

  stop() {
    this.fail()
    this.#server.close()
  }

  async #serve(client) {
    if (this.refusing) return client.destroy()
    this.#keep(client)
    const next = reader(client)
    const [, methods] = await next(2)
    const wanted = (await next(methods)).includes(2)
    client.write(Buffer.from([5, wanted ? 2 : 0xff]))
    if (!wanted) return client.end()
    const known = this.login.equals(await next(this.login.length))
    client.write(Buffer.from([1, known ? 0 : 1]))
    if (!known) return client.end()
    const asked = await next(10)
    if (asked[1] !== 1 || asked[3] !== IPV4) return client.end(Buffer.from([5, 7, 0, 1, 0, 0, 0, 0, 0, 0]))
    const host = asked.subarray(4, 8).join('.')
    const port = asked.readUInt16BE(8)
    this.destinations.push(`${host}:${port}`)
    return this.#pass(client, host, port)
  }

  async #pass(client, host, port) {
    const target = this.#keep(connect(port, host))
    await new Promise((done, refused) => target.once('connect', done).once('error', refused))
    client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
    client.pipe(target).pipe(client)
  }

  #keep(socket) {
    this.#open.add(socket)
    socket.on('error', () => {}).on('close', () => this.#open.delete(socket))
    return socket
  }
}

/** Takes so many bytes at a time. (The story's wrong password is as long as the right one.) */
function reader(socket) {
  let waiting = Buffer.alloc(0)
  return (count) =>
    new Promise((done, failed) => {
      const look = () => {
        const chunk = socket.read()
        if (chunk) waiting = Buffer.concat([waiting, chunk])
        if (waiting.length < count) return
        socket.off('readable', look).off('end', failed)
        const taken = waiting.subarray(0, count)
        waiting = waiting.subarray(count)
        done(taken)
      }
      socket.on('readable', look).on('end', failed)
      look()
    })
}
