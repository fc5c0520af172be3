import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { ZipFile } from 'yazl'
import { checkDatabase, withoutPassword } from '../database.ts'
import { readApplied, withMigrationLock } from '../migrate.ts'
import { StoreError } from '../store-error.ts'
import { writeWhole } from './backup-file.ts'
import { readSequences, readTables, type Table } from './catalogue.ts'
import { digestOf, type ManifestContent, printManifest, type TableContent } from './manifest.ts'
import { entryOf, MANIFEST, MANIFEST_DIGEST, openArchive, verifyArchive } from './read-archive.ts'
import { ContentDigest, copyOut, setForContent } from './table-content.ts'

export interface BackupOptions {
  /** The version of the hub, which the backup notes. */
  readonly hubVersion: string
  /** Whether a file of the name is replaced. */
  readonly replace?: boolean
  /** Is called with each table that was written, and waited for. */
  readonly told?: (table: TableContent) => void | Promise<void>
}

/** A backup that was written and read again. */
export interface Backup extends ManifestContent {
  /** SHA-256 of the manifest, by which the backup is known. */
  readonly sha256: string
}

/**
 * Writes all that the database holds, as of one moment, into a file, and reads it again. Whoever reads or writes the database meanwhile
 * goes on, only migrations wait. The database is left as it is: one of an earlier version of the hub stays one.
 * @throws StoreError when the database does not answer or is none of the hub's, or the file cannot be written or is there already.
 */
export async function takeBackup(url: string, file: string, options: BackupOptions): Promise<Backup> {
  await checkDatabase(url)
  return writeWhole(
    file,
    { replace: options.replace === true },
    (write) => withSnapshot(url, (snapshot) => writeArchive(snapshot, options, write)),
    async (partial) => {
      const archive = await openArchive(partial)
      await verifyArchive(archive).finally(() => archive.close())
    },
  )
}

/** A transaction that sees one moment of the database, and the tables that were there. */
interface Snapshot {
  readonly client: pg.Client
  readonly about: Pick<ManifestContent, 'takenAt' | 'postgresVersion' | 'migrations'>
  readonly tables: readonly Table[]
}

/** Does something with a snapshot whose tables nobody alters. */
function withSnapshot<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  // A migration begins before the tables are held, or waits: with this lock until they are, and then for them.
  return withMigrationLock(url, async (client, unlock) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await setForContent(client)
    const applied = await readApplied(client)
    const finished = applied.filter((migration) => migration.finished)
    if (finished.length === 0) {
      throw new StoreError(
        'DATABASE_UNSUITABLE',
        `Expected a database that the hub made at ${withoutPassword(url)}, got one without its tables: set DATABASE_URL or DATA_DIR to the one to back up.`,
      )
    }
    const tables = await readTables(client)
    await client.query(`LOCK TABLE ${tables.map(({ relation }) => relation).join(', ')} IN ACCESS SHARE MODE`)
    await unlock()
    const { rows } = await client.query<{ moment: Date; version: string }>(
      "SELECT transaction_timestamp() AS moment, current_setting('server_version') AS version",
    )
    const about = {
      takenAt: rows[0]?.moment.toISOString() ?? '',
      postgresVersion: rows[0]?.version ?? '',
      migrations: finished.map(({ migration_name: name, checksum }) => ({ name, checksum })),
    }
    const result = await work({ client, about, tables })
    await client.query('COMMIT')
    return result
  }).catch((error: unknown) => {
    if (error instanceof StoreError) throw error
    throw new StoreError(
      'BACKUP_FAILED',
      `Expected the database at ${withoutPassword(url)} to give all of its rows, got "${error instanceof Error ? error.message : String(error)}": back it up as the owner of its tables.`,
      { cause: error },
    )
  })
}

async function writeArchive(
  { client, about, tables }: Snapshot,
  { hubVersion, told }: BackupOptions,
  write: (content: Readable) => Promise<void>,
): Promise<Backup> {
  const zip = new ZipFile()
  // Declared as a stream of any kind.
  const output = zip.outputStream as Readable
  zip.on('error', (error) => output.destroy(error))
  // Whatever goes wrong on one end must end the other, which would wait for it.
  const cut = new AbortController()
  const written = write(output).catch((error: unknown) => {
    cut.abort(error)
    throw error
  })
  try {
    const contents: TableContent[] = []
    for (const table of tables) {
      const content = await writeTable(client, table, zip, cut.signal)
      contents.push(content)
      await told?.(content)
    }
    const content = { hubVersion, ...about, tables: contents, sequences: await readSequences(client) }
    const manifest = printManifest(content)
    const sha256 = digestOf(manifest)
    zip.addBuffer(manifest, MANIFEST)
    zip.addBuffer(Buffer.from(`${sha256}  ${MANIFEST}\n`), MANIFEST_DIGEST)
    zip.end()
    await written
    return { ...content, sha256 }
  } catch (error) {
    const cause = cut.signal.aborted ? cut.signal.reason : error
    output.destroy(cause)
    await written.catch(() => undefined)
    throw cause
  }
}

async function writeTable(client: pg.Client, table: Table, zip: ZipFile, signal: AbortSignal): Promise<TableContent> {
  const digest = new ContentDigest()
  // The sizes of a table are known when it is written: they need the room of large ones.
  zip.addReadStream(digest, entryOf(table), { forceZip64Format: true })
  await pipeline(client.query(to(copyOut(table))), digest, { signal })
  return { name: table.name, columns: [...table.columns], ...digest.result() }
}
