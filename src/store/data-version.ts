import pg from 'pg'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import { sharedRead } from './shared-read.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

const VERSION = 'SELECT sum(version)::text AS version FROM data_versions'

/**
 * The version of all that answers are made of: another one after every commit that changes any of it, whichever process made it.
 * What is read after it is at least as new.
 */
export async function readDataVersion({ pool }: Database): Promise<string> {
  return versionIn(await pool.query(VERSION))
}

/** Tells the version of the data to whoever asks, many at once. */
export interface DataVersions {
  /** The version, read after this was called; fails when the database does not tell it within two seconds. */
  readonly current: () => Promise<string>
  close(): Promise<void>
}

/** How many reads are under way at once: with a second one nobody waits for the end of a read that is not good for him. */
const READERS = 2

/**
 * The versions of the data of a database, read on connections of their own: whoever asks for what is known already does not wait behind
 * those whose answers are worked out.
 */
export function openDataVersions(database: Pick<Database, 'pool'>): DataVersions {
  const readers = Array.from({ length: READERS }, () => openReader(database))
  return {
    current: sharedRead(readers.map(({ read }) => read)),
    async close() {
      await Promise.all(readers.map(({ close }) => close()))
    },
  }
}

/** Milliseconds after which a read is given up, with its connection. */
const PATIENCE = 2_000

/** Reads the version on one connection, made with the first read and anew after it was lost. */
function openReader({ pool }: Pick<Database, 'pool'>) {
  let connection: Promise<pg.Client> | undefined

  function open(): Promise<pg.Client> {
    const client = new pg.Client({
      ...pool.options,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE,
      application_name: 'disclosure-hub versions',
    })
    const opened = client.connect().then(() => client)
    const lose = () => {
      if (connection === opened) connection = undefined
    }
    // An error closes the connection, and the end is what counts.
    client.on('error', () => undefined)
    client.once('end', lose)
    opened.catch(lose)
    return opened
  }

  return {
    async read(): Promise<string> {
      connection ??= open()
      const client = await connection
      // Prepared once: that halves what a read takes.
      const query = { name: 'data_version', text: VERSION, query_timeout: PATIENCE }
      const read = client.query<{ version: string }>(query).catch((error) => {
        // A connection that does not answer is not waited for again.
        client.end().catch(() => undefined)
        throw error
      })
      return versionIn(await read)
    },
    async close() {
      const client = await connection?.catch(() => undefined)
      await client?.end()
    },
  }
}

function versionIn({ rows: [row] }: pg.QueryResult<{ version: string }>): string {
  if (!row) throw new Error('Expected the sum of the data versions, got no row.')
  return row.version
}

/** Writers of agencies whose ids leave the same rest count in the same place. */
const SLOTS = 64

/**
 * Takes the places in which a transaction that changes reports of several agencies will be counted, in their order: at the commit they would
 * be taken in any, and two such transactions could wait for each other. It comes after everything else that makes others wait.
 */
export async function holdDataVersions(tx: TransactionClient, agencyIds: readonly number[]): Promise<void> {
  const slots = [...new Set(agencyIds.map((id) => id % SLOTS))]
  if (slots.length < 2) return
  await rowsOf(
    tx,
    Prisma.sql`SELECT slot FROM data_versions WHERE slot = ANY(${slots}::smallint[]) ORDER BY slot FOR NO KEY UPDATE`,
  )
}
