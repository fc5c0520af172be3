import { createHash } from 'node:crypto'
import pg from 'pg'
import { checkDatabase, withoutPassword } from './database.ts'
import { type Migration, migrationList, NO_FILTER, readMigrations, withSchemaEngine } from './schema-engine.ts'
import { StoreError } from './store-error.ts'

// Two hubs that start at once on one database take turns. Any number does, as long as it is always the same; it is not the one
// that Prisma's own engine takes, so that the engine can take its own while we hold ours.
const MIGRATION_LOCK = 2_008_492_711

/** What a database remembers of a migration. */
export interface Applied {
  readonly migration_name: string
  readonly checksum: string
  readonly finished: boolean
}

/**
 * Brings the database at the address up to the committed migrations. Does nothing, and loads no engine, when it is there already.
 * @returns the names of the migrations applied now.
 * @throws StoreError when the database does not answer, holds tables of something else, is newer than the code, or a migration was edited or fails.
 */
export async function migrate(url: string): Promise<{ applied: string[] }> {
  await checkDatabase(url)
  return withMigrationLock(url, async (client) => ({ applied: await applyMigrations(url, client) }))
}

/** Does something on a connection of its own while nobody migrates the database; when the lock is let go before the end, up to then. */
export async function withMigrationLock<T>(
  url: string,
  work: (client: pg.Client, unlock: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'disclosure-hub' })
  // A connection that is lost fails the statement that is under way, or the next one.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await work(client, async () => {
      await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK])
    })
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}

/**
 * Applies the migrations that the database lacks, all of them or those of the names given, under the lock that the client holds.
 * @returns the names of the migrations applied now.
 * @throws StoreError as `migrate` does.
 */
export async function applyMigrations(url: string, client: pg.Client, only?: ReadonlySet<string>): Promise<string[]> {
  const committed = await readMigrations()
  const applied = await readApplied(client)
  refuseOtherHistory(url, committed, applied)
  const finished = new Set(applied.filter((row) => row.finished).map((row) => row.migration_name))
  if (applied.length === 0) await refuseForeignTables(url, client)
  const migrations = committed.filter(({ name }) => only === undefined || only.has(name))
  if (migrations.every(({ name }) => finished.has(name))) return []
  // A migration is one transaction: one that did not finish left nothing behind and is simply tried again.
  if (finished.size < applied.length) {
    await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL')
  }
  const names = await apply(url, migrations)
  await countMigrations(client)
  return names
}

/** A replica that has this version of the data has the migrations as well, which come before it. */
async function countMigrations(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass('data_versions') IS NOT NULL AS found`)
  if (rows[0]?.found) await client.query('UPDATE data_versions SET version = version + 1 WHERE slot = 64')
}

/** The migrations that the database notes, by name: those that finished, and those that were cut off. */
export async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows: tables } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
  )
  if (!tables[0]?.found) return []
  const { rows } = await client.query<Applied>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows
}

function refuseOtherHistory(url: string, migrations: readonly Migration[], applied: readonly Applied[]): void {
  const known = new Map(migrations.map(({ name, sql }) => [name, sql]))
  for (const { migration_name: name, checksum, finished } of applied) {
    const sql = known.get(name)
    if (sql === undefined) {
      throw new StoreError(
        'DATABASE_NEWER',
        `Expected the database at ${withoutPassword(url)} to be no newer than this version of the hub, got the migration ${name}: start the version that wrote it, or a later one.`,
      )
    }
    if (finished && checksumOf(sql) !== checksum) {
      throw new StoreError(
        'MIGRATION_EDITED',
        `Expected the migration ${name} as the database at ${withoutPassword(url)} applied it, got another text: restore the file, and put the change into a new migration.`,
      )
    }
  }
}

/** By what a migration is known to be the one that was applied. */
export const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')

/** Refuses a database in which something else keeps its tables: theirs and ours would get into each other's way. */
async function refuseForeignTables(url: string, client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class AS relation
     WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND relkind IN ('r', 'p', 'f', 'v', 'm') AND relname <> '_prisma_migrations'
       AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = relation.oid AND deptype = 'e')
     ORDER BY relname`,
  )
  if (rows.length === 0) return
  const names = rows.slice(0, 3).map(({ name }) => name)
  const tables = `${names.join(', ')}${rows.length > names.length ? ` and ${rows.length - names.length} more` : ''}`
  throw new StoreError(
    'DATABASE_UNSUITABLE',
    `Expected an empty database, or one that the hub made, at ${withoutPassword(url)}, got one with tables of something else (${tables}): create a database for the hub alone, and set DATABASE_URL to it.`,
  )
}

async function apply(url: string, migrations: readonly Migration[]): Promise<string[]> {
  try {
    const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({ migrationsList: migrationList(migrations), filters: NO_FILTER }),
    )
    return appliedMigrationNames
  } catch (error) {
    throw new StoreError(
      'MIGRATION_FAILED',
      `Expected the migrations to apply to the database at ${withoutPassword(url)}, got "${error instanceof Error ? error.message : String(error)}": nothing of the failed one was kept.`,
      { cause: error },
    )
  }
}
