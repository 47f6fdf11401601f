import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { appJar, here, java } from './settings.js'

const run = promisify(execFile)

/**
 * The auth keys as the sandbox holds them, with their 256 bytes: the only place beside the service's
 * sealed rows where they stand, so the only way to know what must be found nowhere else.
 */
export async function authKeys(app) {
  const classes = join(dirname(appJar), 'lib/*')
  const program = join(here, 'lib/AuthKeys.java')
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', classes]
  const { stdout } = await run(java, [...flags, program, join(app.data, 'sandbox/world.mv')])
  return stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const id = /"id":(-?\d+)/.exec(line)[1] // a long: JSON.parse would round it
      const { dc, issue, personId, passwordOf, device } = JSON.parse(line.replace(/:(-?\d{16,})/g, ':"$1"'))
      return { dc, id, person: personId && String(personId), owes: passwordOf && String(passwordOf), device, bytes: Buffer.from(issue.key, 'base64') }
    })
}

/** The keys that are logged in as this person. */
export const keysOf = (keys, personId) => keys.filter(({ person }) => person === String(personId))
