import type { Database } from './database.ts'
import { openFeed } from './feed.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { RevisionKey } from './revision-key.ts'

/** A revision that was stored and is now the current one of its report. */
export interface Ingestion {
  readonly outcome: 'CREATED' | 'REVISED'
  readonly key: RevisionKey
}

/** Who is told of ingestions. */
export interface Listener {
  readonly ingested: (ingestion: Ingestion) => void
  /** The connection to the store was lost: whatever was stored meanwhile is not told. Nothing is told after this. */
  readonly lost: () => void
}

/** Tells what is ingested, by this process and by every other one on the same database. */
export interface IngestionFeed {
  /** Tells the listener of every ingestion that is committed after this has resolved. Returns how to leave. */
  join(listener: Listener): Promise<() => void>
  /** Ends the connection, and tells every listener that it is lost. */
  close(): Promise<void>
}

const CHANNEL = 'disclosure_hub_ingested'

/** Tells all feeds of the ingestion, when the transaction is committed and not before. */
export async function announceIngestion(tx: Prisma.TransactionClient, { outcome, key }: Ingestion): Promise<void> {
  const { agencyId, year, number } = key
  const payload = JSON.stringify({ outcome, key: { agencyId, year, number } } satisfies Ingestion)
  await tx.$queryRaw(Prisma.sql`SELECT pg_notify(${CHANNEL}, ${payload})::text`)
}

/** The feed of a database. */
export function openIngestionFeed(db: Pick<Database, 'pool'>): IngestionFeed {
  const feed = openFeed<Ingestion>(db, CHANNEL)
  return {
    join: ({ ingested, lost }) => feed.join({ told: ingested, lost }),
    close: () => feed.close(),
  }
}
