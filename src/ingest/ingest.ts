import { agencyNameOf } from '../domain/agency.ts'
import { districtByCode } from '../domain/district-registry.ts'
import type { Judgement } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { PARSER_VERSION } from '../parse/parse.ts'
import { OPERATOR } from '../store/actor.ts'
import type { Database } from '../store/database.ts'
import { type JudgedReport, loadJudgedReport } from '../store/judge-reports.ts'
import type { RevisionKey } from '../store/revision-key.ts'
import { saveReport } from '../store/save-report.ts'
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
  return loadJudgedReport(db.prisma, { districtCode: district.code, agencyName, year: year - 1 })
}

/**
 * The one way into the store, for the mutation and the command line alike: reads, judges and saves. The same bytes again change
 * nothing; other content for the same agency and year becomes a new revision, if `expectedRevision` names the current one.
 */
export async function ingest(db: Database, source: IngestSource, options: IngestOptions = {}): Promise<Ingested> {
  const read = await readSource(source, options)
  if (!read.ok) return read
  const { report } = read
  const district = report.district && districtByCode(report.district.code)
  if (!district) return refused(unknownDistrict(report.agency?.name ?? report.title, candidatesOf(report)))
  if (report.year === null) return refused(unknownYear(null))

  const expectedRevision = options.expectedRevision ?? null
  const revision = {
    district,
    year: report.year,
    report,
    source: read.source,
    parserVersion: PARSER_VERSION,
    reason: options.reason ?? null,
    actor: options.actor ?? OPERATOR,
    expectedRevision,
  }
  const refusing = (judgement: Judgement) => refusingFindings(judgement, options.refuseOn)
  const rules = { judge: judgeStored, refuses: (judgement: Judgement) => refusing(judgement).length > 0 }
  const saved = await saveReport(db, revision, rules, options.alongside)
  if (saved.outcome === 'NOT_PERMITTED') return refused(notPermitted(district, report.agency?.name ?? null))
  if (saved.outcome === 'CONFLICT') return refused(revisionConflict(saved.current, expectedRevision))
  if (saved.outcome === 'REFUSED') return refused(brokenRules(report, refusing(saved.judgement)))
  return { ok: true, ...saved, report }
}
