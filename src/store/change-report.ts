import { type Actor, reaches } from './actor.ts'
import { recordEvents } from './audit.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import { type Judge, judgeReports, lockAgencies } from './judge-reports.ts'
import { judgedEvents } from './judged-events.ts'
import { holdKey } from './key-in-use.ts'
import { type Enforcement, putInForce, type ReportChangeKey, readStandings, type StandingReport } from './report-log.ts'
import { storable } from './report-rows.ts'
import { rowsOf, type TransactionClient } from './statement.ts'
import { inTransaction } from './transaction.ts'

/** A report whose revision in force is to be another one, or none. */
export interface ReportChangeRequest {
  readonly districtCode: string
  /** The name of the agency within the district; null for the district's government. */
  readonly agencyName: string | null
  readonly year: number
  /** The number of the revision that is in force, as whoever asks knows it; 0 when none is. */
  readonly expectedRevision: number
  readonly reason: string
  /** Who asks. */
  readonly actor: Actor
}

/** Why nothing was changed. */
export type ChangeRefused =
  | { readonly outcome: 'NO_REPORT' }
  /** The actor's key does not reach the agency. */
  | { readonly outcome: 'NOT_PERMITTED' }
  /** Another revision is in force than the expected one; 0 when there is none. */
  | { readonly outcome: 'CONFLICT'; readonly current: number }

export type Withdrawn =
  | { readonly outcome: 'WITHDRAWN'; readonly key: ReportChangeKey }
  | { readonly outcome: 'ALREADY_WITHDRAWN' }
  | ChangeRefused

export type Restored =
  | { readonly outcome: 'RESTORED'; readonly key: ReportChangeKey }
  /** The report has no such revision; `last` is the number of its newest. */
  | { readonly outcome: 'NO_REVISION'; readonly last: number }
  | { readonly outcome: 'ALREADY_IN_FORCE' }
  | ChangeRefused

/**
 * Takes a report out of force: it stays, with all of its revisions, and says nothing until one of them is restored, or another one
 * ingested. The report of the year after is judged again, which has no year before any more.
 */
export function withdrawReport(db: Database, request: ReportChangeRequest, judge: Judge): Promise<Withdrawn> {
  return change<Withdrawn>(db, request, async (tx, report, standing) => {
    if (request.expectedRevision !== (standing.current ?? 0)) return conflict(standing)
    if (standing.current === null) return { outcome: 'ALREADY_WITHDRAWN' }
    const { actor } = request
    const reason = storable(request.reason)
    const key = await putOneInForce(tx, { ...report, kind: 'WITHDRAWN', number: null, at: standing.at, reason, actor })
    const judged = await judgeReports(tx, report.agencyId, [report.year, report.year + 1], judge)
    const about = { agencyId: report.agencyId, year: report.year }
    const details = { withdrawn: standing.current }
    await recordEvents(tx, [
      { action: 'report.withdrawn', actor, report: about, ...digests(standing, null), details },
      ...judgedEvents(actor, judged),
    ])
    return { outcome: 'WITHDRAWN', key }
  })
}

/**
 * Puts an earlier revision in force again, whether another one is, or the report was withdrawn. It is judged by the rules as they are now,
 * and so is the report of the year after.
 */
export function restoreRevision(
  db: Database,
  request: ReportChangeRequest & { readonly number: number },
  judge: Judge,
): Promise<Restored> {
  return change<Restored>(db, request, async (tx, report, standing) => {
    const { actor, number } = request
    const reason = storable(request.reason)
    if (number < 1 || number > standing.last) return { outcome: 'NO_REVISION', last: standing.last }
    if (request.expectedRevision !== (standing.current ?? 0)) return conflict(standing)
    if (number === standing.current) return { outcome: 'ALREADY_IN_FORCE' }
    const [restored] = await rowsOf<{ sha256: Uint8Array }>(
      tx,
      Prisma.sql`SELECT source_sha256 AS sha256 FROM revisions
        WHERE agency_id = ${report.agencyId} AND year = ${report.year} AND number = ${number}`,
    )
    const key = await putOneInForce(tx, { ...report, kind: 'RESTORED', number, at: standing.at, reason, actor })
    const judged = await judgeReports(tx, report.agencyId, [report.year, report.year + 1], judge)
    const about = { agencyId: report.agencyId, year: report.year }
    const details = { revision: number, before: standing.current }
    await recordEvents(tx, [
      {
        action: 'revision.restored',
        actor,
        report: about,
        ...digests(standing, restored?.sha256 ?? null),
        details,
      },
      ...judgedEvents(actor, judged),
    ])
    return { outcome: 'RESTORED', key }
  })
}

/** Does it in one transaction, in which nobody else writes to reports of the agency. */
function change<Outcome>(
  db: Database,
  { districtCode, agencyName, year, actor }: ReportChangeRequest,
  work: (
    tx: TransactionClient,
    report: { readonly agencyId: number; readonly year: number; readonly districtCode: string },
    standing: StandingReport,
  ) => Promise<Outcome>,
): Promise<Outcome | ChangeRefused> {
  return inTransaction(db, async (tx): Promise<Outcome | ChangeRefused> => {
    await holdKey(tx, actor)
    const whose = agencyName === null ? Prisma.sql`kind = 'GOVERNMENT'` : Prisma.sql`name = ${storable(agencyName)}`
    const [agency] = await rowsOf<{ id: number; districtCode: string }>(
      tx,
      Prisma.sql`SELECT id, district_code AS "districtCode" FROM agencies
        WHERE district_code = ${storable(districtCode)} AND ${whose} LIMIT 1`,
    )
    if (!agency) return { outcome: 'NO_REPORT' }
    if (!reaches(actor, agency)) return { outcome: 'NOT_PERMITTED' }
    await lockAgencies(tx, [agency.id])
    const [standing] = await readStandings(tx, [{ agencyId: agency.id, year }])
    if (!standing || standing.last === 0) return { outcome: 'NO_REPORT' }
    return work(tx, { agencyId: agency.id, year, districtCode: agency.districtCode }, standing)
  })
}

async function putOneInForce(tx: TransactionClient, change: Enforcement): Promise<ReportChangeKey> {
  const [key] = await putInForce(tx, [change])
  if (!key) throw new Error(`Expected an entry in the log of the report ${change.agencyId}/${change.year}, got none.`)
  return key
}

const conflict = ({ current }: StandingReport) => ({ outcome: 'CONFLICT', current: current ?? 0 }) as const

const digests = ({ sha256 }: StandingReport, after: Uint8Array | null) => ({ before: sha256, after })
