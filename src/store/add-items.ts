import pg from 'pg'
import type { Actor } from './actor.ts'
import type { Database } from './database.ts'
import { holdKey } from './key-in-use.ts'
import { runClosed, runNotFound, runOfAnotherKey } from './run-error.ts'
import { announceRunEvent } from './run-feed.ts'
import { insertItems, type NewItem } from './run-items.ts'
import { type IngestionRun, mayFillRun, mayUseRun, record } from './runs.ts'

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

/** Runs that are filled at the same time by one process; others wait for their turn. */
const MOST_AT_ONCE = 2
let underWay = 0
const waiting: (() => void)[] = []

/**
 * Adds files to a run, all of them or none: what the source of them throws takes everything back. It takes as much memory as the largest
 * of them and a few megabytes. An archive takes its time, and a connection of its own, so that nobody who reads waits for it.
 * @throws RunError RUN_NOT_FOUND, RUN_OF_ANOTHER_KEY, RUN_CLOSED; KeyEndedError
 */
export async function addItems(
  db: Database,
  actor: Actor,
  runId: string,
  items: AsyncIterable<NewItem> | Iterable<NewItem>,
): Promise<Added> {
  while (underWay >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  underWay += 1
  // The one before in the same run may be an archive.
  const client = new pg.Client({ ...db.pool.options, statement_timeout: 600_000 })
  // An error closes the connection, and the statement under way tells of it.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('BEGIN')
    return await add(client, actor, runId, items)
  } finally {
    // What was not committed goes with the connection.
    await client.end().catch(() => undefined)
    underWay -= 1
    waiting.shift()?.()
  }
}

async function add(
  client: pg.Client,
  actor: Actor,
  runId: string,
  items: AsyncIterable<NewItem> | Iterable<NewItem>,
): Promise<Added> {
  const { rows } = await client.query<Pick<IngestionRun, 'keyId' | 'closedAt' | 'cancelledAt'>>(
    `SELECT key_id AS "keyId", closed_at AS "closedAt", cancelled_at AS "cancelledAt"
     FROM ingestion_runs WHERE id = $1 FOR NO KEY UPDATE`,
    [runId],
  )
  const [run] = rows
  if (!run || !mayUseRun(actor, run)) throw runNotFound(runId)
  if (!mayFillRun(actor, run)) throw runOfAnotherKey(runId)
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
  // At the end, so that whoever revokes the key does not wait for an archive.
  await holdKey(client, actor)
  if (added > 0) {
    await announceRunEvent(client, { run: runId })
    await record(client, actor, 'added', runId, { sent, added })
  }
  await client.query('COMMIT')
  return { added, known: sent - added }
}
