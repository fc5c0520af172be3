import { defineConfig } from 'prisma/config'

// `prisma generate` never runs the schema engine, yet the command line wants to download one when it is missing, and many
// networks have no way out. Any file that exists satisfies the look-up. Migrations do not go through this binary: they are
// applied by the WebAssembly engine (src/store/migrate.ts), so `prisma migrate` and `prisma db` must not be used here.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
