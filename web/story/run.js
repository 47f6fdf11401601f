// Walks the stories through the real all-in-one. Words choose suites: `node run.js crash secrets`.
import { writeFileSync } from 'node:fs'
import { Evidence } from './lib/evidence.js'
import { inLanes } from './lib/lanes.js'
import { missing, resultsFile } from './lib/settings.js'
import { Suite } from './lib/suite.js'
import { accounts } from './suites/accounts.js'
import { admin } from './suites/admin.js'
import { badInput } from './suites/bad-input.js'
import { crash } from './suites/crash.js'
import { flow } from './suites/flow.js'
import { keys } from './suites/keys.js'
import { mass } from './suites/mass.js'
import { media } from './suites/media.js'
import { people } from './suites/people.js'
import { provider } from './suites/provider.js'
import { posts } from './suites/posts.js'
import { secrets } from './suites/secrets.js'
import { signIn } from './suites/sign-in.js'
import { story } from './suites/story.js'

/** The longest first, each with an installation of its own. */
const SUITES = { story, posts, people, accounts, mass, media, admin, provider, 'sign-in': signIn, keys, crash, flow, 'bad-input': badInput }
/** Looks for secrets in what the suites before have left, so it comes last. */
const LAST = { secrets }
/** A browser waits more than it works: two cores walk two suites at a time. */
const LANES = 2

const wanted = process.argv.slice(2)
const known = Object.keys({ ...SUITES, ...LAST })
const unknown = wanted.filter((name) => !known.includes(name))
const fault = unknown.length > 0 ? `There is no suite ${unknown.join(', ')}; there are ${known.join(', ')}.` : missing()
if (fault) {
  console.error(fault)
  process.exit(2)
}

const evidence = new Evidence()
const summary = []
const total = { passed: 0, failed: 0 }
const chosen = (suites) => Object.entries(suites).filter(([name]) => wanted.length === 0 || wanted.includes(name))
const stumbled = []
await inLanes(LANES, chosen(SUITES), async (item) => {
  const walked = await walk(item)
  if (walked.failed > 0) stumbled.push(item)
  else count(item, walked)
})
// A shared machine may stall a walk: what failed is walked once more, alone, and said to have been.
await inLanes(1, stumbled, async (item) => count(item, await walk(item), 'at the second walk'))
await inLanes(1, chosen(LAST), async (item) => count(item, await walk(item)))

async function walk([name, run]) {
  const suite = new Suite()
  const begin = Date.now()
  console.log(`== ${name}`)
  await run(suite, evidence).catch((error) => suite.test('the suite comes to its end', () => Promise.reject(error)))
  const { passed, failed } = suite
  return { passed, failed, seconds: (Date.now() - begin) / 1000 }
}

function count([name], { passed, failed, seconds }, remark = '') {
  total.passed += passed
  total.failed += failed
  summary.push(`${name.padEnd(10)} ${String(passed).padStart(4)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(6)} s ${remark}`.trimEnd())
}

const { passed, failed } = total
const flaky = stumbled.map(([name]) => name)
console.log(`\n${summary.join('\n')}`)
console.log(`tests: ${passed} passed, ${failed} failed`)
if (resultsFile) writeFileSync(resultsFile, JSON.stringify({ passed, failed, skipped: 0, flaky }))
process.exit(failed > 0 || passed === 0 ? 1 : 0)
