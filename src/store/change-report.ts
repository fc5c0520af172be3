import { type Actor, reaches } from './actor.ts'
import { recordEvent } from './audit.ts'
import type { Database } from './database.ts'
import type { Prisma } from './generated/prisma/client.ts'
import { type Judge, judgeReports, lockAgency } from './judge-reports.ts'
import { holdKey } from './key-in-use.ts'
import { recordJudged } from './record-judged.ts'
import { putInForce, type ReportChangeKey, readStanding } from './report-log.ts'
import { storable } from './report-rows.ts'

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
    const key = await putInForce(tx, report, standing, { kind: 'WITHDRAWN', number: null, reason, actor })
    const judged = await judgeReports(tx, report.agencyId, [report.year, report.year + 1], judge)
    const revision = { withdrawn: standing.current }
    await recordEvent(tx, { action: 'report.withdrawn', actor, report, ...digests(standing, null), details: revision })
    await recordJudged(tx, actor, judged)
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
    const restored = await tx.revision.findUniqueOrThrow({
      where: { agencyId_year_number: { ...report, number } },
      select: { sourceSha256: true },
    })
    const key = await putInForce(tx, report, standing, { kind: 'RESTORED', number, reason, actor })
    const judged = await judgeReports(tx, report.agencyId, [report.year, report.year + 1], judge)
    const details = { revision: number, before: standing.current }
    await recordEvent(tx, {
      action: 'revision.restored',
      actor,
      report,
      ...digests(standing, restored.sourceSha256),
      details,
    })
    await recordJudged(tx, actor, judged)
    return { outcome: 'RESTORED', key }
  })
}

type Standing = NonNullable<Awaited<ReturnType<typeof readStanding>>>

/** Does it in one transaction, in which nobody else writes to reports of the agency. */
function change<Outcome>(
  db: Database,
  { districtCode, agencyName, year, actor }: ReportChangeRequest,
  work: (
    tx: Prisma.TransactionClient,
    report: { readonly agencyId: number; readonly year: number },
    standing: Standing,
  ) => Promise<Outcome>,
): Promise<Outcome | ChangeRefused> {
  return db.prisma.$transaction(async (tx): Promise<Outcome | ChangeRefused> => {
    await holdKey(tx, actor)
    const agency = await tx.agency.findFirst({
      where: {
        districtCode: storable(districtCode),
        ...(agencyName === null ? { kind: 'GOVERNMENT' } : { name: storable(agencyName) }),
      },
      select: { id: true, districtCode: true },
    })
    if (agency === null) return { outcome: 'NO_REPORT' }
    if (!reaches(actor, agency)) return { outcome: 'NOT_PERMITTED' }
    await lockAgency(tx, agency.id)
    const report = { agencyId: agency.id, year }
    const standing = await readStanding(tx, report)
    return standing === null || standing.last === 0 ? { outcome: 'NO_REPORT' } : work(tx, report, standing)
  })
}

const conflict = ({ current }: Standing) => ({ outcome: 'CONFLICT', current: current ?? 0 }) as const

const digests = ({ sha256 }: Standing, after: Uint8Array | null) => ({ before: sha256, after })
