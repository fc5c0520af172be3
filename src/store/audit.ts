import type { Actor } from './actor.ts'
import { Prisma } from './generated/prisma/client.ts'
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

/**
 * Writes the event in the transaction that does it, chained by hash to the one before it. It makes everybody else who writes to its chain
 * wait until the end of the transaction: it comes last, and a transaction writes to one chain only.
 */
export async function recordEvent(tx: TransactionClient, event: AuditEvent): Promise<void> {
  const { action, actor, report, before, after, details } = event
  const chain = report === null ? OTHER_CHAIN : report.agencyId % OTHER_CHAIN
  // Number, instant and hashes are the trigger's.
  const written = Prisma.sql`
    INSERT INTO audit_events (chain, action, key_id, key_name, request_id, agency_id, year, before, after, details)
    VALUES (${chain}, ${action}, ${actor.key?.id ?? null}, ${actor.key?.name ?? null}, ${actor.requestId},
      ${report?.agencyId ?? null}, ${report?.year ?? null}, ${before}, ${after},
      ${details === undefined ? null : JSON.stringify(details)}::jsonb)`
  await rowsOf(tx, written)
}
