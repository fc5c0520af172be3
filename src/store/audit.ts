import type { Actor } from './actor.ts'
import { Prisma } from './generated/prisma/client.ts'
import { spelled } from './insert-rows.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

/** What was done to the store. */
export interface AuditEvent {
  /** What: a verb of the past and its object, such as `report.created`. */
  readonly action: string
  readonly actor: Actor
  /** The report that it is about; null when it is about none. Without a year it is about the agency. */
  readonly report: { readonly agencyId: number; readonly year: number | null } | null
  /** The SHA-256 of the source that was in force before, and after; null where nothing was. */
  readonly before: Uint8Array | null
  readonly after: Uint8Array | null
  /** What else there is to tell. */
  readonly details?: Prisma.InputJsonObject
}

/** The chain of the events that are about no agency. */
const OTHER_CHAIN = 64

/** Writes the event as `recordEvents` does. */
export async function recordEvent(tx: TransactionClient, event: AuditEvent): Promise<void> {
  await recordEvents(tx, [event])
}

/**
 * Writes events in the transaction that does what they tell, each chained by hash to the one before it. It makes everybody else who writes
 * to their chains wait until the end of the transaction: it comes last, and once in a transaction, so that chains are taken in the order of
 * their numbers and nobody waits in a circle.
 */
export async function recordEvents(tx: TransactionClient, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return
  // Number, instant and hashes are the trigger's, row by row.
  const { columns, json } = spelled(events.map(eventRow))
  await rowsOf(
    tx,
    Prisma.sql`${Prisma.raw(`INSERT INTO audit_events (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::audit_events,`)}
      ${json}::jsonb) WITH ORDINALITY ORDER BY chain, ordinality`,
  )
}

const eventRow = ({ action, actor, report, before, after, details }: AuditEvent) => ({
  chain: report === null ? OTHER_CHAIN : report.agencyId % OTHER_CHAIN,
  action,
  keyId: actor.key?.id ?? null,
  keyName: actor.key?.name ?? null,
  requestId: actor.requestId,
  agencyId: report?.agencyId ?? null,
  year: report?.year ?? null,
  before,
  after,
  details: details ?? null,
})
