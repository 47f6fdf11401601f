// Walks the stories through the real all-in-one. Words choose suites: `node run.js crash secrets`.
import { writeFileSync } from 'node:fs'
import { Evidence } from './lib/evidence.js'
import { missing, resultsFile } from './lib/settings.js'
import { Suite } from './lib/suite.js'
import { badInput } from './suites/bad-input.js'
import { crash } from './suites/crash.js'
import { secrets } from './suites/secrets.js'
import { story } from './suites/story.js'

/** In this order: the secrets are looked for in what the suites before have left. */
const SUITES = { story, crash, 'bad-input': badInput, secrets }

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in SUITES))
const fault = unknown.length > 0 ? `There is no suite ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}.` : missing()
if (fault) {
  console.error(fault)
  process.exit(2)
}

const evidence = new Evidence()
const summary = []
let passed = 0
let failed = 0
for (const [name, run] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const suite = new Suite()
  const begin = Date.now()
  console.log(`== ${name}`)
  await run(suite, evidence).catch((error) => suite.test('the suite comes to its end', () => Promise.reject(error)))
  passed += suite.passed
  failed += suite.failed
  summary.push(`${name.padEnd(10)} ${String(suite.passed).padStart(4)} passed ${String(suite.failed).padStart(3)} failed ${((Date.now() - begin) / 1000).toFixed(1).padStart(6)} s`)
}
console.log(`\n${summary.join('\n')}`)
console.log(`tests: ${passed} passed, ${failed} failed`)
if (resultsFile) writeFileSync(resultsFile, JSON.stringify({ passed, failed, skipped: 0 }))
process.exit(failed > 0 || passed === 0 ? 1 : 0)
