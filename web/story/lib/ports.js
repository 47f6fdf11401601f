import { createServer } from 'node:net'

// Below the range from which systems hand out ports by themselves, so that what is free now stays so.
const LOWEST = 20_000
const HIGHEST = 32_000
const DATA_CENTRES = 3
/** Handed out, perhaps not listened on yet. */
const taken = new Set()

const isFree = (port) =>
  new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => done(true)))
  })

/** A port with so many free ones after it. */
async function freePort(following) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    const wanted = Array.from({ length: following + 1 }, (_, index) => first + index)
    if (wanted.some((port) => taken.has(port))) continue
    wanted.forEach((port) => taken.add(port))
    if ((await Promise.all(wanted.map(isFree))).every(Boolean)) return first
  }
  throw new Error('no free ports found')
}

export async function freePorts() {
  return { http: await freePort(0), sandbox: await freePort(DATA_CENTRES), mail: await freePort(0) }
}
