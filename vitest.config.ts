import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  // The package brings its code twice. Node.js gives everybody this copy, Vite would give our files the other one, and errors of
  // one copy are no errors to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts', 'bench/test/*.test.ts'],
    // These take a national store: npm run test:scale.
    exclude: ['test/scale/**', ...configDefaults.exclude],
    globalSetup: 'test/database-server.ts',
    // Start-up tests make clusters and run real processes on whatever machine this is.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // What is waited for takes its time on a busy machine, and how long is never what a test asks.
    expect: { poll: { timeout: 30_000 } },
  },
})
