import type { Database } from './database.ts'

/**
 * The version of all that answers are made of: another one after every commit that changes any of it, whichever process made it.
 * What is read after it is at least as new.
 */
export async function readDataVersion({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ version: string }>('SELECT sum(version)::text AS version FROM data_versions')
  const [row] = rows
  if (!row) throw new Error('Expected the sum of the data versions, got no row.')
  return row.version
}
