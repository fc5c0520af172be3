import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import {
  MIGRATIONS_FOLDER,
  migrationList,
  NO_FILTER,
  readMigrations,
  schemaTarget,
  withSchemaEngine,
} from './schema-engine.ts'

/**
 * The SQL that leads from the committed migrations to `schema.prisma`; null when they agree. Applies the migrations to a database
 * of its own beside the given one and drops it, so the user must be allowed to create databases.
 */
export async function nextMigration(url: string): Promise<string | null> {
  const from = migrationList(await readMigrations())
  const to = await schemaTarget()
  const { exitCode, stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({ from: { tag: 'migrations', ...from }, to, script: true, exitCode: true, filters: NO_FILTER }),
  )
  return exitCode === 0 ? null : stdout
}

/** `npm run migration -- NAME`: writes the next migration into its folder, to be read, completed by hand and committed. */
async function writeMigration(name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-migration-'))
  const server = await startEmbeddedPostgres(join(folder, 'data'), { durable: false })
  try {
    const sql = await nextMigration(server.url)
    if (sql === null) {
      console.log('The migrations already lead to prisma/schema.prisma: nothing was written.')
      return
    }
    const time = new Date().toISOString().replaceAll(/[-:T]|\..*/g, '')
    const target = join(MIGRATIONS_FOLDER, `${time}_${name}`)
    await mkdir(target)
    await writeFile(join(target, 'migration.sql'), sql)
    console.log(`Wrote ${join(target, 'migration.sql')}:\n\n${sql}`)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const [name] = process.argv.slice(2)
  if (name && /^[a-z0-9_-]+$/.test(name)) await writeMigration(name.replaceAll('-', '_'))
  else {
    console.error('Expected a name of lower-case letters, digits and hyphens: npm run migration -- add-withdrawals')
    process.exitCode = 1
  }
}
