import { agencyKindOf } from '../domain/agency.ts'
import type { District } from '../domain/district.ts'
import { districtByCode } from '../domain/district-registry.ts'
import type { Finding } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { PARSER_VERSION, parse } from '../parse/parse.ts'
import { judge, RULES_VERSION } from '../rules/judge.ts'
import type { Database } from '../store/database.ts'
import type { RevisionKey } from '../store/revision-key.ts'
import { type NewRevision, saveReport } from '../store/save-report.ts'
import {
  districtMismatch,
  EARLIEST_YEAR,
  type IngestError,
  LATEST_YEAR,
  revisionConflict,
  tooLarge,
  unknownDistrict,
  unknownDistrictCode,
  unknownYear,
  yearMismatch,
} from './ingest-error.ts'
import { readReportObject } from './report-object.ts'

export type { IngestError } from './ingest-error.ts'

/** A report as it comes in. */
export type IngestSource =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'FILE'; readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }
  | { readonly kind: 'STRUCTURED'; readonly object: unknown }

/** What the sender knows beside the document. */
export interface IngestOptions {
  /** The code of the district: it must agree with the document, and is used when that does not tell. */
  readonly districtCode?: string
  /** The year reported on, likewise. */
  readonly year?: number
  /** The number of the current revision, when other content is to follow it. */
  readonly expectedRevision?: number
  /** Why a new revision is made. */
  readonly reason?: string
  /** Whose key it came with. */
  readonly apiKeyId?: number | null
  /** The largest source, in bytes. */
  readonly maxSourceBytes?: number
}

/** The largest source when nothing else is set, in bytes: 10 MB. */
export const MAX_SOURCE_BYTES = 10_000_000

interface Judged {
  readonly ok: true
  readonly report: Report
  readonly findings: readonly Finding[]
}

interface Refused {
  readonly ok: false
  readonly error: IngestError
}

export type Previewed = Judged | Refused

export type Ingested =
  | (Judged & { readonly outcome: 'CREATED' | 'UNCHANGED' | 'REVISED'; readonly key: RevisionKey })
  | Refused

/** Reads and judges a report, and stores nothing. What the document does not tell stays open; what is given must agree with it. */
export async function preview(source: IngestSource, options: IngestOptions = {}): Promise<Previewed> {
  const read = await readAndJudge(source, options)
  return read.ok ? { ok: true, report: read.report, findings: read.findings } : read
}

/**
 * The one way into the store, for the mutation and the command line alike: reads, judges and saves. The same bytes again change
 * nothing; other content for the same agency and year becomes a new revision, if `expectedRevision` names the current one.
 */
export async function ingest(db: Database, source: IngestSource, options: IngestOptions = {}): Promise<Ingested> {
  const read = await readAndJudge(source, options)
  if (!read.ok) return read
  const { report, findings } = read
  const district = report.district && districtByCode(report.district.code)
  if (!district) return refused(unknownDistrict(...doubtOf(report)))
  if (report.year === null) return refused(unknownYear(null))

  const expectedRevision = options.expectedRevision ?? null
  const saved = await saveReport(db, {
    district,
    year: report.year,
    report,
    findings,
    source: read.source,
    parserVersion: PARSER_VERSION,
    rulesVersion: RULES_VERSION,
    reason: options.reason ?? null,
    apiKeyId: options.apiKeyId ?? null,
    expectedRevision,
  })
  if (saved.outcome === 'CONFLICT') return refused(revisionConflict(saved.current, expectedRevision))
  return { ok: true, ...saved, report, findings }
}

type Read = (Judged & { readonly source: NewRevision['source'] }) | Refused

async function readAndJudge(source: IngestSource, options: IngestOptions): Promise<Read> {
  const { maxSourceBytes: limit = MAX_SOURCE_BYTES } = options
  if (source.kind === 'STRUCTURED') {
    const read = readReportObject(source.object)
    if (!read.ok) return read
    const bytes = Buffer.from(canonicalJson(source.object))
    if (bytes.length > limit) return refused(tooLarge(limit, bytes.length))
    return judged(read.report, options, { kind: 'STRUCTURED', name: null, mediaType: 'application/json', bytes })
  }
  const bytes = source.kind === 'TEXT' ? Buffer.from(source.text) : source.bytes
  if (bytes.length > limit) return refused(tooLarge(limit, bytes.length))
  const { name, mediaType } =
    source.kind === 'FILE'
      ? { name: source.name, mediaType: source.mediaType || 'application/octet-stream' }
      : { name: null, mediaType: 'text/plain; charset=utf-8' }
  const parsed = await parse({ bytes, mediaType, ...(name !== null && { name }) })
  return parsed.ok ? judged(parsed.report, options, { kind: source.kind, name, mediaType, bytes }) : parsed
}

function judged(report: Report, options: IngestOptions, source: NewRevision['source']): Read {
  const agreed = agree(report, options)
  return agreed.ok ? { ok: true, report: agreed.report, findings: judge(agreed.report), source } : agreed
}

/** The report with what was given beside it, where the two do not contradict each other. */
function agree(report: Report, given: IngestOptions): { readonly ok: true; readonly report: Report } | Refused {
  let { district, year, agency } = report
  if (given.districtCode !== undefined) {
    const wanted = districtByCode(given.districtCode)
    if (!wanted) return refused(unknownDistrictCode(given.districtCode))
    const found = district && districtByCode(district.code)
    if (found && found.code !== wanted.code) return refused(districtMismatch(wanted, found))
    if (!district) {
      district = { code: wanted.code, name: wanted.fullName }
      agency ??= agencyIn(report, wanted)
    }
  }
  if (given.year !== undefined) {
    if (year !== null && year !== given.year) return refused(yearMismatch(given.year, year))
    year = given.year
  }
  if (year !== null && !(year >= EARLIEST_YEAR && year <= LATEST_YEAR)) return refused(unknownYear(year))
  return { ok: true, report: { ...report, district, agency, year } }
}

/** The body that a document names together with a district that was in doubt, and is now given. */
function agencyIn({ issues }: Report, district: District): Report['agency'] {
  const name = issues.find(({ code }) => code === 'district.ambiguous')?.raw
  return name ? { kind: agencyKindOf(name, district), name } : null
}

/** What the document prints for a district that is in doubt, and the divisions that it may be: the parser's issue names them. */
function doubtOf({ issues, title }: Report): [printed: string | null, candidates: readonly District[]] {
  const issue = issues.find(({ code }) => code === 'district.ambiguous' || code === 'district.unknown')
  const codes = issue?.code === 'district.ambiguous' ? [...issue.message.matchAll(/\((\d{6})\)/g)] : []
  const candidates = codes.flatMap(([, code]) => districtByCode(code ?? '') ?? [])
  return [issue?.raw ?? title, candidates]
}

/** The same object always gives the same bytes, whatever the order of its keys. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  )
}

function refused(error: IngestError): Refused {
  return { ok: false, error }
}
