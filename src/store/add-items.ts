import type { Actor } from './actor.ts'
import type { Database } from './database.ts'
import { runClosed, runNotFound } from './run-error.ts'
import { announceRunEvent } from './run-feed.ts'
import { insertItems, type NewItem } from './run-items.ts'
import { type IngestionRun, mayUseRun } from './runs.ts'

/** What came of files that were sent. */
export interface Added {
  /** Files that are now in the run and were not before. */
  readonly added: number
  /** Files of that name and content that were in it already. */
  readonly known: number
}

/** Items that are written together: so many, or so many bytes. */
const MOST_TOGETHER = 200
const MOST_BYTES_TOGETHER = 4_000_000

/**
 * Adds files to a run, all of them or none: what the source of them throws takes everything back. It takes as much memory as the largest
 * of them and a few megabytes.
 * @throws RunError RUN_NOT_FOUND, RUN_CLOSED
 */
export async function addItems(
  db: Database,
  actor: Actor,
  runId: string,
  items: AsyncIterable<NewItem> | Iterable<NewItem>,
): Promise<Added> {
  const client = await db.pool.connect()
  let isFit = true
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<Pick<IngestionRun, 'keyId' | 'closedAt' | 'cancelledAt'>>(
      `SELECT key_id AS "keyId", closed_at AS "closedAt", cancelled_at AS "cancelledAt"
       FROM ingestion_runs WHERE id = $1 FOR NO KEY UPDATE`,
      [runId],
    )
    const [run] = rows
    if (!run || !mayUseRun(actor, run)) throw runNotFound(runId)
    if (run.cancelledAt !== null) throw runClosed(runId, 'cancelled')
    if (run.closedAt !== null) throw runClosed(runId, 'closed')
    let sent = 0
    let added = 0
    let together: NewItem[] = []
    let bytes = 0
    const write = async () => {
      if (together.length > 0) added += await insertItems(client, runId, together)
      together = []
      bytes = 0
    }
    for await (const item of items) {
      together.push(item)
      sent += 1
      bytes += item.bytes.length
      if (together.length >= MOST_TOGETHER || bytes >= MOST_BYTES_TOGETHER) await write()
    }
    await write()
    if (added > 0) await announceRunEvent(client, { run: runId })
    await client.query('COMMIT')
    return { added, known: sent - added }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (isFit = false))
    throw error
  } finally {
    client.release(!isFit)
  }
}
