import { createHash } from 'node:crypto'
import { type AgencyKind, agencyNameOf } from '../domain/agency.ts'
import type { District } from '../domain/district.ts'
import type { Judgement } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { type Actor, reaches } from './actor.ts'
import { recordEvent } from './audit.ts'
import type { Database } from './database.ts'
import type { Prisma, SourceKind } from './generated/prisma/client.ts'
import { announceIngestion } from './ingestion-feed.ts'
import { insertRows } from './insert-rows.ts'
import { type Judge, judgeReports, lockAgency, type Rejudged } from './judge-reports.ts'
import { holdKey } from './key-in-use.ts'
import { recordJudged } from './record-judged.ts'
import { putInForce, readStanding, type StandingReport } from './report-log.ts'
import {
  claimRows,
  figureRows,
  issueRows,
  sectionRows,
  shareRows,
  storable,
  unrecognisedRowRows,
} from './report-rows.ts'
import type { RevisionKey } from './revision-key.ts'

/** A report that was read, with its source: what becomes a revision. */
export interface NewRevision {
  readonly district: District
  readonly year: number
  readonly report: Report
  readonly source: {
    readonly kind: SourceKind
    readonly name: string | null
    readonly mediaType: string
    readonly bytes: Uint8Array
    /** Where it was published, as the sender put it. */
    readonly url: string | null
  }
  readonly parserVersion: string
  readonly reason: string | null
  /** Who sends it. */
  readonly actor: Actor
  /**
   * The number of the revision in force that the new one is to follow; 0 when none is in force, because the report was withdrawn or is not
   * there; null when the report is to be a new one.
   */
  readonly expectedRevision: number | null
}

/** By what a report is judged when it is stored, and on what judgement it is not taken. */
export interface Rules {
  readonly judge: Judge
  readonly refuses?: (judgement: Judgement) => boolean
}

export type Saved =
  | { readonly outcome: 'CREATED' | 'UNCHANGED' | 'REVISED'; readonly key: RevisionKey; readonly judgement: Judgement }
  /** The rules refuse it, whether or not it is there already. Nothing was written. */
  | { readonly outcome: 'REFUSED'; readonly judgement: Judgement }
  /** The actor's key does not reach the agency. Nothing was written. */
  | { readonly outcome: 'NOT_PERMITTED' }
  /** There is another current revision than the expected one; 0 when there is none. Nothing was written. */
  | { readonly outcome: 'CONFLICT'; readonly current: number }

type Transaction = Prisma.TransactionClient

/** What else the transaction does that stores a report, or finds it there already: both are done, or neither. */
export type Alongside = (
  tx: Transaction,
  saved: { readonly outcome: 'CREATED' | 'UNCHANGED' | 'REVISED'; readonly key: RevisionKey },
) => Promise<void>

/**
 * Stores a report and what the rules say of it in one transaction: whole or not at all. The report of the year after is judged again,
 * since its figures are compared with these. The bytes of the current revision again change nothing. Requests for reports of the same
 * agency take turns, so that of fifty that are equal one writes and the others find it done.
 * @throws KeyEndedError when the actor's key was revoked meanwhile.
 */
export async function saveReport(
  db: Database,
  revision: NewRevision,
  rules: Rules,
  alongside: Alongside = async () => undefined,
): Promise<Saved> {
  const sha256 = new Uint8Array(createHash('sha256').update(revision.source.bytes).digest())
  try {
    return await db.prisma.$transaction((tx) => save(tx, revision, rules, sha256, alongside))
  } catch (error) {
    if (error instanceof Refusal) return error.saved
    throw error
  }
}

/** Takes back what the transaction has written. */
class Refusal extends Error {
  readonly saved: Saved

  constructor(saved: Saved) {
    super('The report is refused.')
    this.saved = saved
  }
}

async function save(
  tx: Transaction,
  revision: NewRevision,
  { judge, refuses }: Rules,
  sha256: Uint8Array<ArrayBuffer>,
  alongside: Alongside,
): Promise<Saved> {
  const { year, district, report } = revision
  await holdKey(tx, revision.actor)
  const agency = await agencyOf(tx, district, report.agency)
  const agencyId = agency.id
  // The agency may be one that was made just now.
  if (!reaches(revision.actor, { id: agencyId, districtCode: district.code }))
    throw new Refusal({ outcome: 'NOT_PERMITTED' })
  const stored = await lockReport(tx, agencyId, year, district.code)
  const beside: Rejudged[] = []
  /** Judges the report, and those that are seen beside it. */
  const judged = async (years: readonly number[]) => {
    const all = await judgeReports(tx, agencyId, years, judge)
    const own = all.find(({ key }) => key.year === year)
    beside.push(...all.filter((one) => one !== own))
    if (!own) throw new Error(`Expected the report ${agencyId}/${year} to be judged, found none.`)
    if (refuses?.(own.judgement)) throw new Refusal({ outcome: 'REFUSED', judgement: own.judgement })
    return own
  }
  if (stored.current !== null && stored.sha256 && Buffer.compare(stored.sha256, sha256) === 0) {
    const key = { agencyId, year, number: stored.current }
    const own = await judged([year])
    await alongside(tx, { outcome: 'UNCHANGED', key })
    // Other rules may have judged it before.
    await recordJudged(tx, revision.actor, [own])
    return { outcome: 'UNCHANGED', key, judgement: own.judgement }
  }
  // An agency or a report that was made just now goes as well.
  if (!isExpected(revision.expectedRevision, stored))
    throw new Refusal({ outcome: 'CONFLICT', current: stored.current ?? 0 })

  const key = { agencyId, year, number: stored.last + 1 }
  await tx.revision.create({
    data: { ...key, ...revisionRow(revision, sha256), createdAt: stored.at },
    select: { number: true },
  })
  const figures = figureRows(key, report.figures)
  await insertRows(tx, {
    disclosure_items: figures.disclosureItems,
    application_outcomes: figures.applicationOutcomes,
    review_results: figures.reviewResults,
    litigation_results: figures.litigationResults,
    unrecognised_rows: unrecognisedRowRows(key, report.unrecognisedRows),
    claims: claimRows(key, report.claims),
    shares: shareRows(key, report.shares),
    sections: sectionRows(key, report.sections),
    issues: issueRows(key, report.issues),
  })
  const outcome = key.number === 1 ? 'CREATED' : 'REVISED'
  const { actor, reason } = revision
  await putInForce(tx, key, stored, {
    kind: outcome,
    number: key.number,
    reason: reason && storable(reason),
    actor,
  })
  const { judgement } = await judged([year, year + 1])
  await announceIngestion(tx, { outcome, key })
  await alongside(tx, { outcome, key })
  if (agency.isNew) {
    const details = { name: agency.name, district: district.code }
    const about = { report: { agencyId, year: null }, before: null, after: null }
    await recordEvent(tx, { action: 'agency.created', actor, ...about, details })
  }
  await recordEvent(tx, {
    action: outcome === 'CREATED' ? 'report.created' : 'report.revised',
    actor,
    report: { agencyId, year },
    before: stored.sha256,
    after: sha256,
    details: { revision: key.number },
  })
  await recordJudged(tx, actor, beside)
  return { outcome, key, judgement }
}

/** The agency that issues the report, made when it is new. A document that names none was issued by the district's government. */
async function agencyOf(
  tx: Transaction,
  district: District,
  printed: { readonly kind: AgencyKind; readonly name: string } | null,
): Promise<{ id: number; name: string; isNew: boolean }> {
  // A body is printed under longer and shorter names.
  const agency = printed ?? { kind: 'GOVERNMENT' as const, name: district.fullName }
  const where = { districtCode: district.code, name: storable(agencyNameOf(agency, district)) }
  const find = () => tx.agency.findFirst({ where, select: { id: true, name: true } })
  const known = await find()
  if (known) return { ...known, isNew: false }
  // Whoever comes second waits here until the first has committed, and then finds the agency there.
  const { count } = await tx.agency.createMany({ data: { ...where, kind: agency.kind }, skipDuplicates: true })
  const made = await find()
  if (!made) throw new Error(`Expected the agency ${agency.name} of ${district.code} to be stored, found none.`)
  return { ...made, isNew: count > 0 }
}

/** A report that was withdrawn comes back by whoever knows that it was, and never because its document is sent again. */
function isExpected(expected: number | null, { current, last }: StandingReport): boolean {
  return expected === null ? last === 0 : expected === (current ?? 0)
}

/** Makes the report when it is new, and keeps others from the reports of the agency until the end of the transaction. */
async function lockReport(
  tx: Transaction,
  agencyId: number,
  year: number,
  districtCode: string,
): Promise<StandingReport> {
  await lockAgency(tx, agencyId)
  await tx.report.createMany({ data: { agencyId, year, districtCode }, skipDuplicates: true })
  const stored = await readStanding(tx, { agencyId, year })
  if (!stored) throw new Error(`Expected the report ${agencyId}/${year} to be stored, found none.`)
  return stored
}

/** The revision as a row, without its key and its moment. */
export function revisionRow({ report, source, ...revision }: NewRevision, sourceSha256: Uint8Array<ArrayBuffer>) {
  return {
    form: report.form,
    title: report.title && storable(report.title),
    periodFrom: report.period && new Date(report.period.from),
    periodTo: report.period && new Date(report.period.to),
    agencyAsPrinted: report.agency && storable(report.agency.name),
    sourceKind: source.kind,
    sourceName: source.name && storable(source.name),
    mediaType: storable(source.mediaType),
    sourceUrl: source.url,
    sourceSha256,
    source: new Uint8Array(source.bytes),
    snippets: report.snippets.map(storable),
    parserVersion: revision.parserVersion,
    reason: revision.reason && storable(revision.reason),
    createdById: revision.actor.key?.id ?? null,
  }
}
