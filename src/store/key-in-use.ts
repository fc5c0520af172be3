import type { Actor } from './actor.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

/** The key was revoked, or has expired, after the request with it was let in. Nothing was written. */
export class KeyEndedError extends Error {
  override readonly name = 'KeyEndedError'

  constructor() {
    super('The key is not in use any more.')
  }
}

/** Which locks these are, among those that PostgreSQL keeps for its clients. */
const KEY_LOCKS = 0x6b6579

/**
 * Makes sure that the key with which something is to be written is in use still: whoever revokes it meanwhile waits for the end of the
 * transaction, so that nothing more is written with it once that is answered. It comes first in whatever writes for an actor. A key that
 * expires meanwhile is good to the end.
 * @throws KeyEndedError when the key has ended; GraphQL answers it with status 401.
 */
export async function holdKey(tx: TransactionClient, { key }: Actor): Promise<void> {
  if (key === null) return
  // Not the row itself, in which authentication notes the last use.
  await rowsOf(tx, Prisma.sql`SELECT pg_advisory_xact_lock_shared(${KEY_LOCKS}::int, ${key.id}::int)::text`)
  // A statement of its own, which sees what was committed while it waited.
  const inUse = await rowsOf(
    tx,
    Prisma.sql`
    SELECT id FROM api_keys WHERE id = ${key.id} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
  )
  if (inUse.length === 0) throw new KeyEndedError()
}

/** Waits for those who began to write with the key before it was revoked: at the longest as long as a statement may take. */
export async function awaitWriters(db: Database, id: number): Promise<void> {
  const { pool } = db
  await pool.query('SELECT pg_advisory_xact_lock($1::int, $2::int)', [KEY_LOCKS, id]).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === CANCELED)) throw error
  })
}

/** What PostgreSQL says of a statement that took too long. */
const CANCELED = '57014'
