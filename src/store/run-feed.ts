import type pg from 'pg'
import type { Database } from './database.ts'
import { type Feed, openFeed } from './feed.ts'
import { Prisma } from './generated/prisma/client.ts'

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
export async function announceRunEvent(
  client: Prisma.TransactionClient | pg.ClientBase,
  event: RunEvent,
): Promise<void> {
  const payload = JSON.stringify(event)
  if ('$queryRaw' in client) await client.$queryRaw(Prisma.sql`SELECT pg_notify(${CHANNEL}, ${payload})::text`)
  else await client.query('SELECT pg_notify($1, $2)', [CHANNEL, payload])
}
