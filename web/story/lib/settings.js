// Where the parts that are tested stand; `./factory test` names them, by hand the defaults do.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const here = resolve(dirname(fileURLToPath(import.meta.url)), '..')
export const repository = resolve(here, '../..')

export const appJar = process.env.STORY_APP ?? join(repository, '.factory/app/app.jar')
export const webFiles = process.env.STORY_WEB ?? join(repository, 'web/dist')
export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const resultsFile = process.env.STORY_RESULTS
export const screenshots = join(here, 'screenshots')
export const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java'

/** The words of `./factory up` before `-jar`: the same flags, or the AOT cache would be ignored. */
export function jvmFlags() {
  const script = '. "$0"; printf "%s\\n" "${JVM[@]}"'
  const text = execFileSync('bash', ['-c', script, join(repository, 'factory.d/up.sh')], { encoding: 'utf8' })
  const flags = text.trim().split('\n')
  const cache = resolve(dirname(appJar), '../app.aot')
  if (existsSync(cache)) flags.push(`-XX:AOTCache=${cache}`, '-Xlog:aot=off', '-Xlog:cds=off')
  return [...flags, `-Dapi-gateway.web-directory=${webFiles}`]
}

/** What is missing to run at all, as one sentence; undefined when all is there. */
export function missing() {
  if (!existsSync(appJar)) return `No program at ${appJar}: run ./factory up once, or name it with STORY_APP.`
  if (!existsSync(join(webFiles, 'index.html'))) return `No built cabinet in ${webFiles}: run ./factory up once.`
  if (!existsSync(chromium)) return `No Chromium at ${chromium}: name one with CHROMIUM.`
  return undefined
}
