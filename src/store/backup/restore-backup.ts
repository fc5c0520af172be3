import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { checkDatabase, withoutPassword } from '../database.ts'
import { applyMigrations, checksumOf, readApplied, withMigrationLock } from '../migrate.ts'
import { readMigrations } from '../schema-engine.ts'
import { StoreError } from '../store-error.ts'
import { readSequences, readTables, type Table } from './catalogue.ts'
import type { Manifest, TableContent } from './manifest.ts'
import type { Archive } from './read-archive.ts'
import { suspendChecks } from './suspend-checks.ts'
import { ContentDigest, copyIn, copyOut, setForContent } from './table-content.ts'

/** What opening a store writes, whatever is ingested: a backup has its own. */
const WRITTEN_BY_OPENING: ReadonlySet<string> = new Set([
  'districts',
  'data_versions',
  'audit_chains',
  'audit_events',
  'summed_formulas',
])

/** A restored store. */
export interface Restored {
  /** The names of the migrations that the backup was without, applied since. */
  readonly migrated: readonly string[]
}

/**
 * Brings what a backup holds into a database that holds nothing: the migrations that it was taken with, then its rows, read again and
 * compared, in one transaction, then the migrations that have come since. Unless the rows are there as they were, none is there.
 * @param archive a backup of which `verifyArchive` has found nothing wrong.
 * @param told is called with each table that is restored, and waited for.
 * @throws StoreError when the database does not answer, holds something, or the backup is of a later version of the hub.
 */
export async function restoreBackup(
  url: string,
  archive: Archive,
  told: (table: TableContent) => void | Promise<void> = () => undefined,
): Promise<Restored> {
  await refuseOtherMigrations(archive)
  await checkDatabase(url)
  return withMigrationLock(url, async (client) => {
    const wasThere = await refuseOccupied(url, client, archive)
    await applyMigrations(url, client, new Set(archive.manifest.migrations.map(({ name }) => name)))
    await inTransaction(url, client, async () => {
      await setForContent(client)
      const tables = await readTables(client)
      await client.query(`LOCK TABLE ${tables.map(({ relation }) => relation).join(', ')} IN ACCESS EXCLUSIVE MODE`)
      // Somebody may have written since we looked. Nobody has where there was no table.
      if (wasThere) await refuseRows(url, client, tables)
      await load(client, archive, tables, told)
    })
    const migrated = await applyMigrations(url, client).catch((error: unknown) => {
      throw new StoreError(
        'MIGRATION_FAILED',
        `Expected the migrations that have come since the backup to apply to what was restored, got "${reasonOf(error)}": what was restored is kept as it was, the next start tries again, and the version of the hub that wrote the backup, ${archive.manifest.hubVersion}, can serve it.`,
        { cause: error },
      )
    })
    // Nothing has been counted yet, and the first questions should not be planned in the dark.
    await client.query(`ANALYZE ${(await readTables(client)).map(({ relation }) => relation).join(', ')}`)
    return { migrated }
  })
}

/** Refuses a backup with migrations that this version of the hub does not have, or has in other words. */
async function refuseOtherMigrations({ file, manifest }: Archive): Promise<void> {
  const known = new Map((await readMigrations()).map(({ name, sql }) => [name, checksumOf(sql)]))
  for (const { name, checksum } of manifest.migrations) {
    if (!known.has(name)) {
      throw new StoreError(
        'BACKUP_NEWER',
        `Expected a backup of this version of the hub or an earlier one in ${file}, got one of version ${manifest.hubVersion} with the migration ${name}: restore it with that version, or a later one.`,
      )
    }
    if (known.get(name) !== checksum) {
      throw new StoreError(
        'MIGRATION_EDITED',
        `Expected the migration ${name} as the backup in ${file} has it, got another text: restore it with the version of the hub that wrote it, ${manifest.hubVersion}.`,
      )
    }
  }
}

/**
 * Refuses a database that holds more than opening a store writes, or that is further than the backup.
 * @returns whether there is a store at all.
 */
async function refuseOccupied(url: string, client: pg.Client, { manifest }: Archive): Promise<boolean> {
  const applied = await readApplied(client)
  if (applied.length === 0) return false
  const tables = await readTables(client)
  await refuseRows(url, client, tables)
  const taken = new Set(manifest.migrations.map(({ name }) => name))
  const further = applied.find(({ migration_name: name, finished }) => finished && !taken.has(name))
  if (!further) return true
  throw new StoreError(
    'STORE_NOT_EMPTY',
    `Expected a database without tables for a backup of an earlier version of the hub, got ${withoutPassword(url)}, which has the migration ${further.migration_name} already: create an empty database and set DATABASE_URL to it, or set DATA_DIR to a new folder.`,
  )
}

async function refuseRows(url: string, client: pg.Client, tables: readonly Table[]): Promise<void> {
  const occupied: string[] = []
  for (const { name, relation } of tables.filter(({ name }) => !WRITTEN_BY_OPENING.has(name))) {
    const { rows } = await client.query<{ found: boolean }>(`SELECT EXISTS (SELECT FROM ${relation}) AS found`)
    if (rows[0]?.found) occupied.push(name)
  }
  if (occupied.length === 0) return
  throw new StoreError(
    'STORE_NOT_EMPTY',
    `Expected an empty store to restore into, got ${withoutPassword(url)}, which has rows in ${listed(occupied)}: create an empty database and set DATABASE_URL to it, or set DATA_DIR to a new folder, and restore before the first start, which ingests samples.`,
  )
}

async function inTransaction(url: string, client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await work()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    if (error instanceof StoreError) throw error
    throw new StoreError(
      'RESTORE_FAILED',
      `Expected the rows of the backup to fit into the database at ${withoutPassword(url)}, got "${reasonOf(error)}": none of them was kept. Restore into a database that was created for it, as the owner of its tables.`,
      { cause: error },
    )
  }
}

async function load(
  client: pg.Client,
  archive: Archive,
  tables: readonly Table[],
  told: (table: TableContent) => void | Promise<void>,
): Promise<void> {
  const targets = matched(archive, tables)
  const resume = await suspendChecks(client)
  await client.query(`TRUNCATE ${tables.map(({ relation }) => relation).join(', ')}`)
  for (const [content, table] of targets) {
    await pipeline(await archive.open(content), client.query(from(copyIn(table, content))))
    await compare(client, table, content)
    await told(content)
  }
  await setSequences(client, archive.manifest)
  await resume()
}

/** The tables of the database, each with its content. What has no place, or a place that has nothing, is a difference. */
function matched({ file, manifest }: Archive, tables: readonly Table[]): [TableContent, Table][] {
  const named = new Map(tables.map((table) => [table.name, table]))
  const unfit = (what: string) =>
    new StoreError(
      'BACKUP_UNFIT',
      `Expected the database to have what the backup in ${file} has, after the same migrations, got ${what}: tables and columns that the hub did not make are restored by hand (docs/backup.md).`,
    )
  const missing = manifest.tables.filter(({ name }) => !named.has(name)).map(({ name }) => name)
  if (missing.length > 0) throw unfit(`none of the tables ${listed(missing)}`)
  const known = new Set(manifest.tables.map(({ name }) => name))
  const further = tables.filter(({ name }) => !known.has(name)).map(({ name }) => name)
  if (further.length > 0) throw unfit(`the tables ${listed(further)} besides`)
  return manifest.tables.map((content) => {
    const table = named.get(content.name)
    if (!table || !isDeepStrictEqual(table.columns, content.columns)) throw unfit(`other columns in ${content.name}`)
    return [content, table]
  })
}

/** Reads a table again. */
async function compare(client: pg.Client, table: Table, content: TableContent): Promise<void> {
  const digest = new ContentDigest()
  digest.resume()
  await pipeline(client.query(to(copyOut(table))), digest)
  const { rows, sha256 } = digest.result()
  if (rows === content.rows && sha256 === content.sha256) return
  throw new Error(
    `${rows} rows in ${content.name} with the digest ${sha256} instead of ${content.rows} rows and ${content.sha256}`,
  )
}

// Setting a sequence is for good, even if the transaction is not; restarting it is not.
async function setSequences(client: pg.Client, { sequences }: Manifest): Promise<void> {
  for (const { name, next } of sequences) {
    await client.query(`ALTER SEQUENCE ${client.escapeIdentifier(name)} RESTART WITH ${next}`)
  }
  const found = await readSequences(client)
  if (isDeepStrictEqual(found, sequences)) return
  throw new Error(`the sequences ${JSON.stringify(found)} instead of ${JSON.stringify(sequences)}`)
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const listed = (names: readonly string[]) =>
  `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
