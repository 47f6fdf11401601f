// Leaves a .br and a .gz beside every text file of the build; the gateway sends the smallest form that the browser takes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TEXT = /\.(js|css|svg|webmanifest)$/
/** Below one network packet compressing saves nothing. */
const WORTH_IT_BYTES = 1200
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

for (const name of readdirSync(dist, { recursive: true })) {
  if (!TEXT.test(name)) continue
  const file = join(dist, name)
  const bytes = readFileSync(file)
  if (bytes.length < WORTH_IT_BYTES) continue
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, best))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}
