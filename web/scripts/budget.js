// What the sign-in page costs: all the JavaScript that a browser fetches to show it, as brotli, which is what the gateway
// sends over https and on localhost. Plain http in a local network gets gzip; that size is told too. Run by
// `npm run build`; over the budget the build fails. `--why` lists the parts.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { entriesOf, filesOf, totalOf } from './lib/weight.js'

const BUDGET_KB = 150
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const page = readFileSync(new URL('index.html', dist), 'utf8')

/** The page itself, the parts of its route, and the larger of the two languages. */
const PAGE = [...entriesOf(manifest, page), 'src/routes/login.tsx?tsr-split=component']
const LANGUAGES = ['src/shared/i18n/en/first.ts', 'src/shared/i18n/ru/first.ts']

const read = (file) => readFileSync(new URL(file, dist))
const brotli = (file) => brotliCompressSync(read(file)).length // at its best quality, as compress.js does it
const gzip = (file) => gzipSync(read(file), { level: 9 }).length
const parts = LANGUAGES.map((language) => filesOf(manifest, [...PAGE, language], ['theme.js']))
const heaviest = parts.map((files) => totalOf(files, brotli)).sort((a, b) => b.total - a.total)[0]
const asGzip = heaviest.files.reduce((sum, { file }) => sum + gzip(file), 0)
const kilobytes = (bytes) => (bytes / 1024).toFixed(1)

if (process.argv.includes('--why')) {
  for (const { file, bytes } of heaviest.files) console.log(`${kilobytes(bytes).padStart(7)} KB  ${file}`)
}
console.log(`sign-in page: ${kilobytes(heaviest.total)} KB of JavaScript in ${heaviest.files.length} files (brotli; gzip ${kilobytes(asGzip)} KB); the budget is ${BUDGET_KB} KB`)
if (heaviest.total > BUDGET_KB * 1024) {
  console.error('The sign-in page is over its budget. `node scripts/budget.js --why` lists what it loads.')
  process.exit(1)
}
