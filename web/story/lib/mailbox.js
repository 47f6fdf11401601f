import { eventually } from './suite.js'

/** The local mailbox of an app without a mail server. */
export class Mailbox {
  constructor(port) {
    this.url = `http://localhost:${port}`
  }

  async all() {
    return (await (await fetch(`${this.url}/api/mail`)).json()).items
  }

  /** The newest link to a page that was mailed to the address. */
  link(to, page) {
    return eventually(
      async () => (await this.all()).filter((mail) => mail.to === to).flatMap(({ links }) => links).find((link) => new URL(link).pathname === page),
      `a mail to ${to}`,
      20_000,
    )
  }

  token = async (to, page) => new URL(await this.link(to, page)).hash.replace('#token=', '')
}
