import pg from 'pg'
import type { Database } from './database.ts'
import { sharedRead } from './shared-read.ts'

/**
 * The version of all that answers are made of: another one after every commit that changes any of it, whichever process made it.
 * What is read after it is at least as new.
 */
export async function readDataVersion({ pool }: Pick<Database, 'pool'>): Promise<string> {
  const { rows } = await pool.query<{ version: string }>('SELECT sum(version)::text AS version FROM data_versions')
  const [row] = rows
  if (!row) throw new Error('Expected the sum of the data versions, got no row.')
  return row.version
}

/** Tells the version of the data to whoever asks, many at once. */
export interface DataVersions {
  /** The version, read after this was called; fails when the database does not tell it within two seconds. */
  readonly current: () => Promise<string>
  close(): Promise<void>
}

const PATIENCE = 2_000

/**
 * The versions of the data of a database, read on connections of their own: whoever asks for what is known already does not wait behind
 * those whose answers are worked out.
 */
export function openDataVersions(database: Pick<Database, 'pool'>): DataVersions {
  const pool = poolForVersions(database)
  // An idle connection that the server closes must not end the process; the next read opens another.
  pool.on('error', () => undefined)
  return {
    current: sharedRead(() => readDataVersion({ pool }), AT_ONCE),
    close: () => pool.end(),
  }
}

/** How many reads of the version are under way at once. */
export const AT_ONCE = 2

/** Connections to the same server for reads of the version alone, which are given up after two seconds. */
export const poolForVersions = ({ pool: { options } }: Pick<Database, 'pool'>): pg.Pool =>
  new pg.Pool({
    ...options,
    max: AT_ONCE,
    query_timeout: PATIENCE,
    connectionTimeoutMillis: PATIENCE,
    application_name: 'disclosure-hub versions',
  })
