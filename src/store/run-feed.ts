import type { Database } from './database.ts'
import { type Feed, openFeed } from './feed.ts'
import { Prisma } from './generated/prisma/client.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

/** Something happened in a run. */
export interface RunEvent {
  readonly run: string
  /** The item that was settled; absent when it is about the run as a whole, or about items that came. */
  readonly item?: number
  /** It is finished or was cancelled: nothing else happens in it, unless items are tried again. */
  readonly isOver?: true
}

/** Tells what happens in runs, whichever process does it. */
export type RunFeed = Feed<RunEvent>

const CHANNEL = 'disclosure_hub_runs'

/** The feed of a database. */
export const openRunFeed = (db: Pick<Database, 'pool'>): RunFeed => openFeed(db, CHANNEL)

/** Tells all feeds, when the transaction is committed and not before. */
export async function announceRunEvents(tx: TransactionClient, events: readonly RunEvent[]): Promise<void> {
  if (events.length === 0) return
  const payloads = events.map((event) => JSON.stringify(event))
  await rowsOf(tx, Prisma.sql`SELECT pg_notify(${CHANNEL}, payload)::text FROM unnest(${payloads}::text[]) AS payload`)
}

/** Tells all feeds of one event, as `announceRunEvents` does. */
export const announceRunEvent = (tx: TransactionClient, event: RunEvent): Promise<void> =>
  announceRunEvents(tx, [event])
