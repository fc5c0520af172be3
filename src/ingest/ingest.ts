import { agencyNameOf } from '../domain/agency.ts'
import { districtByCode } from '../domain/district-registry.ts'
import type { Judgement, Severity } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { PARSER_VERSION } from '../parse/parse.ts'
import { OPERATOR } from '../store/actor.ts'
import type { Database } from '../store/database.ts'
import { type JudgedReport, loadJudgedReport } from '../store/judged-report.ts'
import type { RevisionKey } from '../store/revision-key.ts'
import { type Alongside, type NewRevision, saveReports } from '../store/save-report.ts'
import { brokenRules, notPermitted, revisionConflict, unknownDistrict, unknownYear } from './ingest-error.ts'
import { judgeStored } from './judge-report.ts'
import {
  candidatesOf,
  type IngestOptions,
  type IngestSource,
  type Judged,
  judged,
  type Refused,
  readSource,
  refused,
} from './preview.ts'
import { refusingFindings } from './refusing-findings.ts'

export type { IngestError } from './ingest-error.ts'
export {
  type IngestOptions,
  type IngestSource,
  MAX_SOURCE_BYTES,
  type Previewed,
  preview,
  type Refused,
} from './preview.ts'

export type Ingested =
  | (Judged & { readonly outcome: 'CREATED' | 'UNCHANGED' | 'REVISED'; readonly key: RevisionKey })
  | Refused

/** A report that was read and judged beside the stored one of the year before, whose revision is told. */
export type PreviewedBesideStored = (Judged & { readonly previous: RevisionKey | null }) | Refused

/** Reads and judges a report as ingestion would, and stores nothing. */
export async function previewBesideStored(
  db: Database,
  source: IngestSource,
  options: IngestOptions = {},
): Promise<PreviewedBesideStored> {
  const read = await readSource(source, options)
  if (!read.ok) return read
  const previous = await previousOf(db, read.report)
  const previewed = judged(read.report, previous, options)
  return previewed.ok ? { ...previewed, previous: previous?.key ?? null } : previewed
}

/** The stored report of the year before by the agency that it would be filed under. */
async function previousOf(db: Database, { district: printed, agency, year }: Report): Promise<JudgedReport | null> {
  const district = printed && districtByCode(printed.code)
  if (!district || year === null) return null
  const agencyName = agencyNameOf(agency ?? { kind: 'GOVERNMENT', name: district.fullName }, district)
  return loadJudgedReport(db.pool, { districtCode: district.code, agencyName, year: year - 1 })
}

/** Reports that are stored together: more would make others wait longer, and hardly take less time each. */
export const MOST_TOGETHER = { items: 16, bytes: 2_000_000 }
/** Milliseconds after which those are stored that were read, though there are fewer. */
export const LONGEST_READING = 1_000

/** A source that was read, and can be stored. */
export interface Readable {
  readonly ok: true
  readonly revision: NewRevision
  /** What the rules find of this severity, or weightier, refuses it. */
  readonly refuseOn?: Severity
}

/** What can be done with a source before the store is asked. */
export type Read = Readable | Refused

/** Reads a source. What it does not tell, and was not told beside it, refuses it: a report is filed under its district, agency and year. */
export async function read(source: IngestSource, options: IngestOptions = {}): Promise<Read> {
  const read = await readSource(source, options)
  if (!read.ok) return read
  const { report } = read
  const district = report.district && districtByCode(report.district.code)
  if (!district) return refused(unknownDistrict(report.agency?.name ?? report.title, candidatesOf(report)))
  if (report.year === null) return refused(unknownYear(null))
  const revision = {
    district,
    year: report.year,
    report,
    source: read.source,
    parserVersion: PARSER_VERSION,
    reason: options.reason ?? null,
    actor: options.actor ?? OPERATOR,
    expectedRevision: options.expectedRevision ?? null,
  }
  return { ok: true, revision, ...(options.refuseOn !== undefined && { refuseOn: options.refuseOn }) }
}

/** A report that could not be stored, through no fault of its own or of its sender. */
export interface Faulty {
  readonly fault: unknown
}

/**
 * The one way into the store: judges what was read, and saves it. The same bytes again change nothing; other content for the same agency and
 * year becomes a new revision, if `expectedRevision` names the current one. What is wrong with one harms no other.
 * @param alongside what else is done in the transaction that stores them: see `saveReports`.
 * @returns what became of each, in their order.
 */
export async function store(
  db: Database,
  reports: readonly Readable[],
  alongside?: Alongside,
): Promise<(Ingested | Faulty)[]> {
  const requests = reports.map(({ revision, refuseOn }) => {
    const refuses = (judgement: Judgement) => refusingFindings(judgement, refuseOn).length > 0
    return { revision, rules: { judge: judgeStored, refuses } }
  })
  const saved = await saveReports(db, requests, alongside)
  return saved.map((one, place) => {
    const { revision, refuseOn } = reports[place] as Readable
    const { district, report, expectedRevision } = revision
    switch (one.outcome) {
      case 'FAILED':
        return { fault: one.error }
      case 'NOT_PERMITTED':
        return refused(notPermitted(district, report.agency?.name ?? null))
      case 'CONFLICT':
        return refused(revisionConflict(one.current, expectedRevision))
      case 'REFUSED':
        return refused(brokenRules(report, refusingFindings(one.judgement, refuseOn)))
      default:
        return { ok: true, ...one, report }
    }
  })
}

/** Reads, judges and stores one report, for the mutation. */
export async function ingest(db: Database, source: IngestSource, options: IngestOptions = {}): Promise<Ingested> {
  const readable = await read(source, options)
  if (!readable.ok) return readable
  const [ingested] = await store(db, [readable])
  if (!ingested) throw new Error('Expected an answer for the report, got none.')
  if ('fault' in ingested) throw ingested.fault
  return ingested
}
