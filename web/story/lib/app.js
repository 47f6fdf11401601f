// The all-in-one as a process of its own, started as `./factory up` starts it.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Mailbox } from './mailbox.js'
import { freePorts } from './ports.js'
import { appJar, java, jvmFlags } from './settings.js'

/** A start takes about ten seconds; much longer only where others want the machine too. */
const START_LIMIT_MILLIS = 180_000
const STOP_LIMIT_MILLIS = 40_000
/** A few thousand hashes: asked for, but not waited for. */
const CAPTCHA_DIFFICULTY = 2_000
const running = new Set()

process.on('exit', () => running.forEach((app) => app.abandon()))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

export class App {
  output = ''
  #process
  #exited

  /** A folder and ports that stay the same over all starts. */
  static async prepare() {
    const app = new App()
    app.ports = await freePorts()
    app.folder = mkdtempSync(join(tmpdir(), 'content-factory-story-'))
    chmodSync(app.folder, 0o711) // PostgreSQL runs as another user when we are root
    app.data = join(app.folder, 'data')
    app.url = `http://localhost:${app.ports.http}`
    app.mailbox = new Mailbox(app.ports.mail)
    app.sandboxUrl = `http://127.0.0.1:${app.ports.sandbox}`
    return app
  }

  /** Starts it, and waits for its ready line; gives the seconds that took. Properties are Spring settings, variables those of the environment. */
  async start(properties = {}, variables = {}) {
    const begin = Date.now()
    const from = this.output.length
    this.#process = spawn(java, [...jvmFlags(), ...Object.entries(properties).map(([name, value]) => `-D${name}=${value}`), '-jar', appJar], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        CF_HTTP_PORT: String(this.ports.http),
        CF_SANDBOX_HTTP_PORT: String(this.ports.sandbox),
        CF_MAIL_PORT: String(this.ports.mail),
        CF_DATA_DIR: this.data,
        CF_CAPTCHA_DIFFICULTY: String(CAPTCHA_DIFFICULTY),
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(this)
    this.#exited = new Promise((done) => this.#process.once('exit', (code, signal) => done(signal ?? code)))
    const listening = new Promise((done) => {
      const take = (chunk) => {
        this.output += chunk
        if (/is ready: http/.test(this.output.slice(from))) done('ready')
      }
      this.#process.stdout.setEncoding('utf8').on('data', take)
      this.#process.stderr.setEncoding('utf8').on('data', take)
    })
    const happened = await Promise.race([listening, this.#exited, after(START_LIMIT_MILLIS, 'nothing')])
    if (happened !== 'ready') throw new Error(`the app did not start (${happened}):\n${this.output.slice(from)}`)
    return (Date.now() - begin) / 1000
  }

  get pid() {
    return this.#process.pid
  }

  /** Ctrl-C: stops cleanly, and says how it ended. */
  async stop() {
    this.#process.kill('SIGINT')
    const end = await Promise.race([this.#exited, after(STOP_LIMIT_MILLIS, 'nothing')])
    if (end === 'nothing') throw new Error('the app did not stop')
    running.delete(this)
    return end
  }

  /** What a power cut does to the process; the database server of the process is left behind. */
  async kill() {
    this.#process.kill('SIGKILL')
    await this.#exited
  }

  /** The process id of the database server that stands in the data folder, or undefined. */
  databasePid() {
    const file = join(this.data, 'database/cluster/postmaster.pid')
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
  }

  /** Everything it said: the console and all log files. */
  said() {
    const logs = join(this.data, 'logs')
    const files = existsSync(logs) ? readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8')) : []
    const database = join(this.data, 'database/server.log')
    if (existsSync(database)) files.push(readFileSync(database, 'utf8'))
    return [this.output, ...files].join('\n')
  }

  /** At the very end: nothing of it may stay on the machine. */
  abandon() {
    running.delete(this)
    const database = this.databasePid()
    this.#process?.kill('SIGKILL')
    if (database) quietly(() => process.kill(database, 'SIGINT'))
    quietly(() => rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  }
}

const after = (millis, answer) => new Promise((done) => setTimeout(done, millis, answer).unref())

function quietly(act) {
  try {
    act()
  } catch {
    // it is gone already
  }
}
