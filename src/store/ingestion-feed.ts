import type { Database } from './database.ts'
import { openFeed } from './feed.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { RevisionKey } from './revision-key.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

/** A revision that was stored and is now the current one of its report. */
export interface Ingestion {
  readonly outcome: 'CREATED' | 'REVISED'
  readonly key: RevisionKey
}

/** Which entry of the log of a report a correction is: a revision that followed another, a withdrawal, a restoration. */
export interface Correction {
  readonly agencyId: number
  readonly year: number
  readonly position: number
}

/** Who is told of ingestions, or of corrections. */
export interface Listener {
  readonly ingested?: (ingestion: Ingestion) => void
  readonly corrected?: (correction: Correction) => void
  /** The connection to the store was lost: whatever was stored meanwhile is not told. Nothing is told after this. */
  readonly lost: () => void
}

/** Tells what is ingested and what is corrected, by this process and by every other one on the same database. */
export interface IngestionFeed {
  /** Tells the listener of everything that is committed after this has resolved. Returns how to leave. */
  join(listener: Listener): Promise<() => void>
  /** Ends the connection, and tells every listener that it is lost. */
  close(): Promise<void>
}

const CHANNEL = 'disclosure_hub_ingested'

type Told = { readonly ingested: Ingestion } | { readonly corrected: Correction }

/** Tells all feeds of the ingestions, when the transaction is committed and not before. */
export function announceIngestions(tx: TransactionClient, ingestions: readonly Ingestion[]): Promise<void> {
  return announce(
    tx,
    ingestions.map(({ outcome, key: { agencyId, year, number } }) => {
      return { ingested: { outcome, key: { agencyId, year, number } } }
    }),
  )
}

/** Tells all feeds of the corrections, when the transaction is committed and not before. */
export function announceCorrections(tx: TransactionClient, corrections: readonly Correction[]): Promise<void> {
  return announce(
    tx,
    corrections.map(({ agencyId, year, position }) => ({ corrected: { agencyId, year, position } })),
  )
}

async function announce(tx: TransactionClient, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return
  const payloads = told.map((one) => JSON.stringify(one))
  await rowsOf(tx, Prisma.sql`SELECT pg_notify(${CHANNEL}, payload)::text FROM unnest(${payloads}::text[]) AS payload`)
}

/** The feed of a database. */
export function openIngestionFeed(db: Pick<Database, 'pool'>): IngestionFeed {
  const feed = openFeed<Told>(db, CHANNEL)
  return {
    join: ({ ingested, corrected, lost }) =>
      feed.join({
        told: (told) => ('ingested' in told ? ingested?.(told.ingested) : corrected?.(told.corrected)),
        lost,
      }),
    close: () => feed.close(),
  }
}
