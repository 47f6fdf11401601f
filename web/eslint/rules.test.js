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

const TEXT = 'cf/no-literal-text'
const judged = async (code) => (await complaints('src/shared/ui/x.tsx', `export const x = (y) => ${code}\n`)).includes(TEXT)

test.each([
  '<p>Hello</p>',
  '<p>Привет</p>',
  '<p>{"Hello"}</p>',
  '<p>{y ? "Hello" : null}</p>',
  '<p>{y && `Hello ${y}`}</p>',
  '<p>{"Dear " + y}</p>',
  '<img alt="Привет" />',
  '<button aria-label="Close" />',
  '<button aria-label={"Close"} />',
  '<button aria-label={`Close ${y}`} />',
  '<button aria-description="What it does" />',
  '<abbr title="Hello" />',
  '<input placeholder="Name" />',
  '<input placeholder={y ?? "Name"} />',
  '<TextInput label="Name" description={y ? "Short" : "Long"} error={y && "Too long"} />',
  '<Select nothingFoundMessage="Nothing" />',
  '<Modal closeButtonProps={{ "aria-label": "Close" }} />',
  'notifications.show({ message: "Saved" })',
  'toast("Saved")',
  'toastWithUndo(`Saved ${y}`, y)',
  '(document.title = "Dashboard")',
])('text for people may not stand in the code: %s', async (code) => expect(await judged(code)).toBe(true))

test.each([
  '<p className="hello"> · 1</p>',
  '<p>{y.t("hello")}</p>',
  '<a href="/hello">{"my.telegram.org/apps"}</a>',
  '<input placeholder={y.t("name")} type="text" />',
  '<button aria-label={y.t("close", { name: "x" })} aria-current="page" />',
  'toast(y.t("saved"), "bad")',
  '(document.title = y)',
])('what nobody reads may: %s', async (code) => expect(await judged(code)).toBe(false))
