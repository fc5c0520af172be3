import { defineConfig } from 'vitest/config'

// npm run test:scale: what holds of a national store of 58,000 reports. Not part of npm test: filling it takes minutes.
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/scale/**/*.test.ts'],
    globalSetup: 'test/scale/stores.ts',
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
