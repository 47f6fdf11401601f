import { ESLint } from 'eslint'
import { beforeAll, expect, test } from 'vitest'

// A rule that never was red guards nothing: each one is broken here on purpose.
const eslint = new ESLint()
const complaints = async (filePath, code) => {
  const [{ messages }] = await eslint.lintText(code, { filePath })
  return messages.map(({ ruleId }) => ruleId)
}

// The first look loads the parser, which takes seconds on a busy machine.
beforeAll(() => complaints('src/shared/ui/x.ts', ''), 60_000)

test('shared may not know a feature', async () => {
  const code = "import { Shell } from '@/features/shell/components/Shell'\nexport const x = Shell\n"
  expect(await complaints('src/shared/ui/x.ts', code)).toContain('no-restricted-imports')
})

test('a feature may not know another feature, neither by name nor by a way around', async () => {
  const byName = "import { x } from '@/features/connect/model/phone'\nexport const y = x\n"
  const around = "import { x } from '../../connect/model/phone'\nexport const y = x\n"
  expect(await complaints('src/features/accounts/model/x.ts', byName)).toContain('no-restricted-imports')
  expect(await complaints('src/features/accounts/model/x.ts', around)).toContain('no-restricted-imports')
})

test('a feature may know itself and shared', async () => {
  const code = "import { y } from '../model/y'\nimport { z } from '@/shared/lib/z'\nexport const x = [y, z]\n"
  expect(await complaints('src/features/accounts/components/x.ts', code)).toEqual([])
})

test('text for people may not stand in JSX', async () => {
  expect(await complaints('src/shared/ui/x.tsx', 'export const x = <p>Hello</p>\n')).toContain('cf/no-literal-text')
  expect(await complaints('src/shared/ui/x.tsx', 'export const x = <img alt="Привет" />\n')).toContain('cf/no-literal-text')
  expect(await complaints('src/shared/ui/x.tsx', 'export const x = <p className="y"> · 1</p>\n')).toEqual([])
})
