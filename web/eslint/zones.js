// routes → features → shared. Computed from the folders, so a new feature is fenced in from its first file.
import { readdirSync } from 'node:fs'

const src = new URL('../src/', import.meta.url)
const features = readdirSync(new URL('features/', src))

const forbid = (group, message) => ({ 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] })
const sideways = '../../*'

export const zones = [
  {
    files: ['src/shared/**'],
    rules: forbid(['@/routes/*', '@/features/*', '@/main', '@/router'], 'shared knows nobody above it'),
  },
  ...features.map((name) => ({
    files: [`src/features/${name}/**`],
    rules: forbid(
      ['@/routes/*', '@/main', '@/router', sideways, ...features.filter((other) => other !== name).map((other) => `@/features/${other}/*`)],
      `the feature ${name} sees itself and shared`,
    ),
  })),
  { files: ['src/routes/**'], rules: forbid(['@/main', '@/router'], 'routes know features and shared') },
]
