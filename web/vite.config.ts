import { fileURLToPath } from 'node:url'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const backend = process.env.CF_BACKEND ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single' }), react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, proxy: { '/api': backend, '/openapi.json': backend } },
  build: {
    // No asset is inlined as a data: URL: the content security policy allows fonts and scripts from 'self' only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        // What the sign-in page needs is one file: forty small ones would compress by a fifth worse (scripts/budget.js).
        codeSplitting: { groups: [{ name: 'sign-in', test: /src\/(main\.tsx|routes\/login\.tsx)/ }] },
      },
    },
  },
  test: {
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: { name: 'pure', environment: 'node', include: ['src/**/*.test.ts', 'eslint/*.test.js', 'scripts/*.test.js'], exclude: ['**/*.dom.test.ts'] },
      },
      {
        extends: true,
        // What draws, or touches the document or its storage.
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx', 'src/**/*.dom.test.ts'],
          setupFiles: ['src/shared/lib/testSetup.ts'],
        },
      },
    ],
  },
})
