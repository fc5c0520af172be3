import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

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
