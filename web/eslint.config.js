import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import noLiteralText from './eslint/no-literal-text.js'
import { zones } from './eslint/zones.js'

export default tseslint.config(
  { ignores: ['dist', 'story', 'src/routeTree.gen.ts', 'src/shared/api/schema.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, cf: { rules: { 'no-literal-text': noLiteralText } } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'cf/no-literal-text': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['src/**/*.test.{ts,tsx}'], rules: { 'cf/no-literal-text': 'off' } },
  ...zones,
)
