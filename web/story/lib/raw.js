import { connect } from 'node:net'

const PATIENCE_MILLIS = 15_000

/** One HTTP request exactly as given, down to the byte; no client that tidies it up first. */
export function rawRequest(port, bytes) {
  return new Promise((done, failed) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const parts = []
    const finish = () => {
      clearTimeout(timer)
      socket.destroy()
      done(Buffer.concat(parts))
    }
    const timer = setTimeout(() => (parts.length > 0 ? finish() : (socket.destroy(), failed(new Error('no answer')))), PATIENCE_MILLIS)
    socket.on('data', (part) => parts.push(part))
    socket.on('end', finish)
    socket.on('close', finish)
    socket.on('error', () => {}) // a server may hang up on what is too long: its answer is in already
    socket.write(bytes)
  })
}

/** Status, headers and body of an answer. */
export function parsed(answer) {
  const end = answer.indexOf('\r\n\r\n')
  const head = answer.subarray(0, end < 0 ? answer.length : end).toString('latin1').split('\r\n')
  const headers = Object.fromEntries(head.slice(1).map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  let body = end < 0 ? Buffer.alloc(0) : answer.subarray(end + 4)
  if (headers['transfer-encoding'] === 'chunked') body = unchunked(body)
  return { status: Number(head[0]?.split(' ')[1]), headers, body: body.toString('utf8') }
}

function unchunked(bytes) {
  const parts = []
  let at = 0
  for (;;) {
    const line = bytes.indexOf('\r\n', at)
    const size = line < 0 ? 0 : parseInt(bytes.subarray(at, line).toString('latin1'), 16)
    if (!size) return Buffer.concat(parts)
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}

/** Builds the bytes of a request; a body that is text or bytes gets its length, unless headers say otherwise. */
export function requestOf({ method, path, headers = {}, body }) {
  const bytes = body === undefined ? Buffer.alloc(0) : Buffer.from(body)
  const all = { Host: 'localhost', Connection: 'close', ...(body !== undefined && { 'Content-Length': bytes.length }), ...headers }
  const lines = Object.entries(all).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), bytes])
}

export const chunked = (text) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`
