import pg from 'pg'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { RevisionKey } from './revision-key.ts'

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
const CORRECTIONS = 'disclosure_hub_corrected'

/** Tells all feeds of the ingestion, when the transaction is committed and not before. */
export async function announceIngestion(tx: Prisma.TransactionClient, { outcome, key }: Ingestion): Promise<void> {
  const { agencyId, year, number } = key
  const payload = JSON.stringify({ outcome, key: { agencyId, year, number } } satisfies Ingestion)
  await tx.$queryRaw(Prisma.sql`SELECT pg_notify(${CHANNEL}, ${payload})::text`)
}

/** Tells all feeds of the correction, when the transaction is committed and not before. */
export async function announceCorrection(
  tx: Prisma.TransactionClient,
  { agencyId, year, position }: Correction,
): Promise<void> {
  const payload = JSON.stringify({ agencyId, year, position } satisfies Correction)
  await tx.$queryRaw(Prisma.sql`SELECT pg_notify(${CORRECTIONS}, ${payload})::text`)
}

/**
 * The feed of a database. It has one connection of its own, from the first listener on: PostgreSQL notifies connections, and those of
 * the pool come and go. A connection that is lost ends the listeners that it served; the next one to join opens another.
 */
export function openIngestionFeed({ pool }: Pick<Database, 'pool'>): IngestionFeed {
  const listeners = new Set<Listener>()
  let connection: Promise<pg.Client> | undefined

  function lose(): void {
    connection = undefined
    const left = [...listeners]
    listeners.clear()
    for (const { lost } of left) lost()
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...pool.options, keepAlive: true, application_name: 'disclosure-hub feed' })
    client.on('notification', ({ channel, payload }) => {
      if (payload === undefined) return
      const told = JSON.parse(payload)
      for (const { ingested, corrected } of [...listeners]) {
        if (channel === CHANNEL) ingested?.(told as Ingestion)
        else corrected?.(told as Correction)
      }
    })
    // An error closes the connection, and the end is what counts.
    client.on('error', () => undefined)
    client.once('end', lose)
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}; LISTEN ${CORRECTIONS}`)
    return client
  }

  return {
    async join(listener) {
      connection ??= connect()
      const own = connection
      try {
        await own
      } catch (error) {
        if (connection === own) connection = undefined
        throw error
      }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      const client = await connection?.catch(() => undefined)
      lose()
      await client?.end()
    },
  }
}
