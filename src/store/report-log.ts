import type { Actor } from './actor.ts'
import { Prisma, type ReportChangeKind } from './generated/prisma/client.ts'
import { announceCorrection } from './ingestion-feed.ts'
import type { ReportKey } from './report-loaders.ts'

export type { ReportChangeKind } from './generated/prisma/client.ts'

// What is in force of a report, and the log of it. Both are written here and nowhere else, in one transaction, so that they agree.

type Transaction = Prisma.TransactionClient

/** The key of an entry of the log of a report: 1, 2, 3 … within it. */
export interface ReportChangeKey extends ReportKey {
  readonly position: number
}

/** A report as it stands, under the lock of its agency. */
export interface StandingReport {
  /** The number of the revision in force; null when there is none. */
  readonly current: number | null
  /** The number of the newest revision; 0 when there is none. */
  readonly last: number
  /** Of the source of the revision in force. */
  readonly sha256: Uint8Array | null
  /** The moment of what is written now: after whatever the log of the report has, also when the clock was set back. */
  readonly at: Date
}

/** Reads how a report stands; null when there is none. `lockAgency` comes first: until the end of the transaction it stays so. */
export async function readStanding(tx: Transaction, { agencyId, year }: ReportKey): Promise<StandingReport | null> {
  const [stored] = await tx.$queryRaw<StandingReport[]>(Prisma.sql`
    SELECT report.current_number::int AS current, current.source_sha256 AS sha256,
      coalesce((SELECT max(number) FROM revisions WHERE agency_id = ${agencyId} AND year = ${year}), 0)::int AS last,
      greatest(
        date_trunc('milliseconds', clock_timestamp()),
        (SELECT max(at) FROM report_changes WHERE agency_id = ${agencyId} AND year = ${year}) + INTERVAL '1 millisecond'
      ) AS at
    FROM reports AS report
    LEFT JOIN revisions AS current
      ON (current.agency_id, current.year, current.number) = (report.agency_id, report.year, report.current_number)
    WHERE report.agency_id = ${agencyId} AND report.year = ${year}`)
  return stored ?? null
}

/** What changes in what is in force of a report. */
export interface Enforcement {
  readonly kind: ReportChangeKind
  /** The number of the revision that is in force from now on; null when none is. */
  readonly number: number | null
  readonly reason: string | null
  readonly actor: Actor
}

/**
 * Puts a revision in force, or none, and writes that into the log of the report. Corrections are announced. What follows from it, judging
 * and the audit event, is up to the caller.
 */
export async function putInForce(
  tx: Transaction,
  report: ReportKey,
  { at }: StandingReport,
  { kind, number, reason, actor }: Enforcement,
): Promise<ReportChangeKey> {
  const { agencyId, year } = report
  await tx.report.update({
    where: { agencyId_year: { agencyId, year } },
    data: { currentNumber: number, updatedAt: at, ...(kind === 'CREATED' && { createdAt: at }) },
    select: { agencyId: true },
  })
  const { position } = await tx.reportChange.create({
    // The position is the trigger's, as is what was in force before.
    data: { agencyId, year, position: 0, at, kind, number, reason, keyId: actor.key?.id ?? null },
    select: { position: true },
  })
  const key = { agencyId, year, position }
  if (kind !== 'CREATED') await announceCorrection(tx, key)
  return key
}
