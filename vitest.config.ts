import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/database-server.ts',
    // Start-up tests make clusters and run real processes on whatever machine this is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
