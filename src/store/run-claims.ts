import pg from 'pg'
import type { Database } from './database.ts'

/**
 * Claims to runs, held on one connection: a process that dies loses its connection, and with it all of its claims, without anybody having
 * to wait for a time to run out.
 */
export interface RunClaims {
  /** Claims the run, unless another process has. */
  claim(run: string): Promise<boolean>
  release(run: string): Promise<void>
  /** Resolves when the connection is gone, and every claim with it. */
  readonly lost: Promise<void>
  close(): Promise<void>
}

const LOCK = "hashtextextended('ingestion run ' || $1, 0)"

/** Opens the connection; calls `wake` whenever something happens in any run. */
export async function openRunClaims({ pool }: Database, wake: () => void): Promise<RunClaims> {
  const client = new pg.Client({ ...pool.options, keepAlive: true, application_name: 'disclosure-hub runs' })
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  // An error closes the connection, and the end is what counts.
  client.on('error', () => undefined)
  client.on('notification', wake)
  await client.connect()
  await client.query('LISTEN disclosure_hub_runs')
  return {
    async claim(run) {
      const { rows } = await client.query<{ claimed: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS claimed`, [
        run,
      ])
      return rows[0]?.claimed === true
    },
    async release(run) {
      await client.query(`SELECT pg_advisory_unlock(${LOCK})`, [run])
    },
    lost,
    close: () => client.end(),
  }
}

/** The runs in which something is to be done, the oldest first. */
export async function runsToDo({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`
    SELECT id FROM ingestion_runs AS run
    WHERE finished_at IS NULL AND cancelled_at IS NULL AND (closed_at IS NOT NULL
      OR EXISTS (SELECT FROM ingestion_items WHERE run_id = run.id AND state = 'WAITING'))
    ORDER BY created_at, id LIMIT 100`)
  return rows.map(({ id }) => id)
}
