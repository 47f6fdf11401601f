// Lets schemathesis ask the real all-in-one what its API document allows, and what it does not: no answer may be a
// fault of ours, and none may differ from the document. The same seed makes the same requests.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Api } from './lib/api.js'
import { App } from './lib/app.js'
import { Evidence } from './lib/evidence.js'
import { resultsFile } from './lib/settings.js'

const SEED = 20261127
/** Generated requests an operation and kind of data, beside the systematic ones: two minutes in all. */
const EXAMPLES = 40
/** Not that everything beside the document is refused: what may be left out may be null, too, which it does not say. */
const CHECKS = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_schema_conformance']
/** What is not asked, and why. */
const LEFT_OUT = {
  '/api/auth/logout': 'it would end the session that asks',
  '/api/v1/telegram/events': 'its answer has no end',
}
/** Thousands of requests come from one address and one member. */
const UNLIMITED = Object.fromEntries(
  [
    'per-address',
    'per-member',
    'per-key',
    'login-per-address',
    'login-per-account',
    'proof-per-address',
    'register-per-address',
    'refresh-per-address',
    'mail-per-address',
    'connect-per-address',
    'connect-per-member',
    'connect-start-per-member',
  ].map((counter) => [`api-gateway.limits.${counter}`, '1000000/1m']),
)

const app = await App.prepare()
await app.start(UNLIMITED)
const admin = new Api(app, new Evidence())
await admin.register('fuzzer@example.org')
const report = join(app.folder, 'report.xml')
const status = await run(process.env.SCHEMATHESIS ?? 'st', [
  '--no-color',
  'run',
  `${app.url}/openapi.json`,
  ...Object.keys(LEFT_OUT).flatMap((path) => ['--exclude-path', path]),
  ...['--checks', CHECKS.join(','), '--phases', 'examples,coverage,fuzzing', '--max-examples', String(EXAMPLES)],
  ...['--seed', String(SEED), '--generation-database', 'none', '--workers', '1'],
  ...['--request-timeout', '60', '--continue-on-failure', '--warnings', 'off'],
  ...['--report', 'junit', '--report-junit-path', report, '-H', `Authorization: Bearer ${await admin.fresh()}`],
])
if (resultsFile && existsSync(report)) writeFileSync(resultsFile, JSON.stringify(counts(readFileSync(report, 'utf8'))))
await app.stop()
process.exit(status)

function run(command, words) {
  return new Promise((done, failed) => {
    const child = spawn(command, words, { cwd: app.folder, stdio: 'inherit' })
    child.once('error', failed)
    child.once('exit', (code) => done(code ?? 1))
  })
}

/** One test an operation. */
function counts(junit) {
  const total = (name) => Number(new RegExp(`<testsuites[^>]* ${name}="(\\d+)"`).exec(junit)?.[1] ?? 0)
  const failed = total('failures') + total('errors')
  return { passed: total('tests') - failed - total('skipped'), failed, skipped: total('skipped') }
}
