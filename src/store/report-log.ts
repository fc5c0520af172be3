import type { Actor } from './actor.ts'
import { Prisma, type ReportChangeKind } from './generated/prisma/client.ts'
import { announceCorrections } from './ingestion-feed.ts'
import { insertions, type Part, spelled, together } from './insert-rows.ts'
import type { ReportKey } from './report-loaders.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

export type { ReportChangeKind } from './generated/prisma/client.ts'

// What is in force of a report, and the log of it. Both are written here and nowhere else, in one statement, so that they agree.

/** The key of an entry of the log of a report: 1, 2, 3 … within it. */
export interface ReportChangeKey extends ReportKey {
  readonly position: number
}

/** A report as it stands, under the lock of its agency. */
export interface StandingReport {
  /** The number of the revision in force; null when there is none. */
  readonly current: number | null
  /** The number of the newest revision; 0 when there is none, and no report. */
  readonly last: number
  /** Of the source of the revision in force. */
  readonly sha256: Uint8Array | null
  /** The moment of what is written now: after whatever the log of the report has, also when the clock was set back. */
  readonly at: Date
}

/**
 * Reads how reports stand, whether they are there or not, in the order of the keys. `lockAgencies` comes first: until the end of the
 * transaction it stays so.
 */
export async function readStandings(tx: TransactionClient, reports: readonly ReportKey[]): Promise<StandingReport[]> {
  return rowsOf<StandingReport>(
    tx,
    Prisma.sql`
    SELECT report.current_number::int AS current, current.source_sha256 AS sha256,
      coalesce((SELECT max(number) FROM revisions AS revision
        WHERE (revision.agency_id, revision.year) = (wanted.agency_id, wanted.year)), 0)::int AS last,
      greatest(
        date_trunc('milliseconds', clock_timestamp()),
        (SELECT max(at) FROM report_changes AS change
          WHERE (change.agency_id, change.year) = (wanted.agency_id, wanted.year)) + INTERVAL '1 millisecond'
      ) AS at
    FROM unnest(${reports.map(({ agencyId }) => agencyId)}::int[], ${reports.map(({ year }) => year)}::smallint[])
      WITH ORDINALITY AS wanted (agency_id, year, place)
    LEFT JOIN reports AS report ON (report.agency_id, report.year) = (wanted.agency_id, wanted.year)
    LEFT JOIN revisions AS current
      ON (current.agency_id, current.year, current.number) = (report.agency_id, report.year, report.current_number)
    ORDER BY wanted.place`,
  )
}

/** What changes in what is in force of a report. */
export interface Enforcement extends ReportKey {
  readonly districtCode: string
  readonly kind: ReportChangeKind
  /** The number of the revision that is in force from now on; null when none is. */
  readonly number: number | null
  /** See `StandingReport`. */
  readonly at: Date
  readonly reason: string | null
  readonly actor: Actor
}

/**
 * Puts a revision of each of these reports in force, or none, and writes that into their logs; a report that is not there is made. Each
 * report once. What is written beside, such as the revisions themselves, goes by the same statement: neither can be there without the
 * other. Corrections are announced. What follows from it, judging and the audit event, is up to the caller.
 *
 * Whatever else is to follow each change of what is in force (ingestion, withdrawal and restoration alike) belongs here.
 * @returns the entries of the log, in the order of the changes.
 */
export async function putInForce(
  tx: TransactionClient,
  changes: readonly Enforcement[],
  beside: readonly Part[] = [],
): Promise<ReportChangeKey[]> {
  const reports = changes.map(({ agencyId, year, districtCode, number, at }) => {
    return { agencyId, year, districtCode, currentNumber: number, createdAt: at, updatedAt: at }
  })
  const log = changes.map(({ agencyId, year, at, kind, number, reason, actor }) => {
    // The position is the trigger's, as is what was in force before.
    return { agencyId, year, position: 0, at, kind, number, reason, keyId: actor.key?.id ?? null }
  })
  const { columns, json } = spelled(reports)
  const inForce = Prisma.sql`${Prisma.raw(`INSERT INTO reports (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::reports,`)}
    ${json}::jsonb)
    ON CONFLICT (agency_id, year) DO UPDATE SET current_number = EXCLUDED.current_number, updated_at = EXCLUDED.updated_at`
  const logged = insertions({ report_changes: log }).map(({ name, body }) => {
    return { name, body: Prisma.sql`${body} RETURNING agency_id, year, position` }
  })
  const keys = await rowsOf<ReportChangeKey>(
    tx,
    together(
      [{ name: 'in_force', body: inForce }, ...beside, ...logged],
      Prisma.sql`SELECT agency_id AS "agencyId", year::int AS year, position FROM of_report_changes`,
    ),
  )
  const inOrder = changes.map(({ agencyId, year }) => {
    const key = keys.find((one) => one.agencyId === agencyId && one.year === year)
    if (!key) throw new Error(`Expected an entry in the log of the report ${agencyId}/${year}, found none.`)
    return key
  })
  await announceCorrections(
    tx,
    inOrder.filter((_, place) => changes[place]?.kind !== 'CREATED'),
  )
  return inOrder
}
