import { expect, test } from 'vitest'
import { entriesOf, filesOf, totalOf } from './lib/weight.js'

const manifest = {
  'index.html': { file: 'assets/main.js', imports: ['_react.js'], dynamicImports: ['login'] },
  '_react.js': { file: 'assets/react.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
  login: { file: 'assets/login.js', imports: ['_shared.js'] },
  cabinet: { file: 'assets/cabinet.js' },
  style: { file: 'assets/style.css' },
}
const page = '<script src="/theme.js"></script><script type="module" src="/assets/main.js"></script><link href="/assets/style.css">'

test('what the page names is where the browser begins', () => {
  expect(entriesOf(manifest, page)).toEqual(['index.html'])
})

test('everything that is imported is loaded, once; what is asked for later is not', () => {
  const files = filesOf(manifest, ['index.html', 'login'], ['theme.js'])
  expect(files.sort()).toEqual(['assets/login.js', 'assets/main.js', 'assets/react.js', 'assets/shared.js', 'theme.js'])
})

test('a part that has moved is no part of nothing: the measure fails', () => {
  expect(() => filesOf(manifest, ['sign-in'])).toThrow('sign-in')
})

test('the heaviest part is told first', () => {
  expect(totalOf(['a', 'bb'], (file) => file.length)).toEqual({ files: [{ file: 'bb', bytes: 2 }, { file: 'a', bytes: 1 }], total: 3 })
})
