import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Database } from './database.ts'

/**
 * A number by which others know whether this process is there: it holds a lock on it, on a connection of its own, as long as it lives.
 * What a process had under way that was killed is free at once, and nobody has to guess after how long.
 */
export interface Presence {
  /** The number, in decimal digits. It is another one after the connection was lost. */
  number(): Promise<string>
  close(): Promise<void>
}

/** The connection is made when the number is asked for. */
export function openPresence({ pool }: Pick<Database, 'pool'>): Presence {
  let held: Promise<{ readonly client: pg.Client; readonly number: string }> | undefined

  async function hold() {
    const client = new pg.Client({ ...pool.options, keepAlive: true, application_name: 'disclosure-hub presence' })
    // An error closes the connection, and the end is what counts.
    client.on('error', () => undefined)
    client.once('end', () => (held = undefined))
    await client.connect()
    const number = randomBytes(8).readBigInt64BE().toString()
    await client.query('SELECT pg_advisory_lock($1)', [number])
    return { client, number }
  }

  return {
    async number() {
      held ??= hold()
      const own = held
      return own.then(
        ({ number }) => number,
        (error: unknown) => {
          if (held === own) held = undefined
          throw error
        },
      )
    },
    async close() {
      const current = await held?.catch(() => undefined)
      await current?.client.end()
    },
  }
}

/** Whether the process of that number is there. */
export async function isPresent({ pool }: Pick<Database, 'pool'>, number: string): Promise<boolean> {
  // Shared, so that two who ask at once do not take each other for it. The lock ends with the statement.
  const { rows } = await pool.query<{ free: boolean }>('SELECT pg_try_advisory_xact_lock_shared($1) AS free', [number])
  return rows[0]?.free === false
}
