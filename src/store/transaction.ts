import type pg from 'pg'
import type { Database } from './database.ts'

/**
 * Does something in one transaction, on a connection of the pool and without the store's client between: whole or not at all. What it
 * throws takes everything back.
 */
export async function inTransaction<Result>(
  { pool }: Pick<Database, 'pool'>,
  work: (tx: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  // A connection that is lost fails the statement that is under way, or the next one.
  const ignore = () => undefined
  client.on('error', ignore)
  let isUsable = false
  try {
    await client.query('BEGIN')
    try {
      const result = await work(client)
      await client.query('COMMIT')
      isUsable = true
      return result
    } catch (error) {
      isUsable = await client.query('ROLLBACK').then(
        () => true,
        () => false,
      )
      throw error
    }
  } finally {
    client.off('error', ignore)
    client.release(!isUsable)
  }
}
