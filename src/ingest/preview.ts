import { agencyKindOf, namesAnotherPlace } from '../domain/agency.ts'
import type { District } from '../domain/district.ts'
import { districtByCode } from '../domain/district-registry.ts'
import type { Judgement, Severity } from '../domain/finding.ts'
import type { IssueCode } from '../domain/issue.ts'
import type { Report } from '../domain/report.ts'
import { noCharacter } from '../parse/parse-error.ts'
import { parseInWorker } from '../parse/parse-in-worker.ts'
import type { Previous } from '../rules/subject.ts'
import type { Actor } from '../store/actor.ts'
import type { NewRevision } from '../store/new-revision.ts'
import {
  brokenRules,
  districtMismatch,
  EARLIEST_YEAR,
  type IngestError,
  LATEST_YEAR,
  tooLarge,
  unknownDistrict,
  unknownDistrictCode,
  unknownYear,
  yearMismatch,
} from './ingest-error.ts'
import { judgeReport } from './judge-report.ts'
import { refusingFindings } from './refusing-findings.ts'
import { invalid, readReportObject } from './report-object.ts'

// Half of ingestion: what happens before the store is asked. The command line reads reports by it, without a database.

/** A report as it comes in. */
export type IngestSource =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'FILE'; readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }
  | { readonly kind: 'STRUCTURED'; readonly object: unknown }

/** What the sender knows beside the document. */
export interface IngestOptions {
  /** The longest that reading the document may take, in milliseconds; a few seconds when not given, since somebody waits. */
  readonly mostMilliseconds?: number
  /** The code of the district: it must agree with the document, and is used when that does not tell. */
  readonly districtCode?: string
  /** The year reported on, likewise. */
  readonly year?: number
  /** The number of the current revision, when other content is to follow it. */
  readonly expectedRevision?: number
  /** Refuse the report when the rules find anything of this severity, or weightier. */
  readonly refuseOn?: Severity
  /** Where the document was published; see `isSourceUrl`. */
  readonly sourceUrl?: string
  /** Why a new revision is made. */
  readonly reason?: string
  /** Who sends it; the operator of the machine when not given. */
  readonly actor?: Actor
  /** The largest source, in bytes. */
  readonly maxSourceBytes?: number
}

/** The largest source when nothing else is set, in bytes: 10 MB. */
export const MAX_SOURCE_BYTES = 10_000_000

export interface Judged {
  readonly ok: true
  readonly report: Report
  readonly judgement: Judgement
}

export interface Refused {
  readonly ok: false
  readonly error: IngestError
}

export type Previewed = Judged | Refused

/** Reads and judges a report, and stores nothing. What the document does not tell stays open; what is given must agree with it. */
export async function preview(source: IngestSource, options: IngestOptions = {}): Promise<Previewed> {
  const read = await readSource(source, options)
  return read.ok ? judged(read.report, null, options) : read
}

/** A report as read, judged beside that of the year before; refused if it breaks rules on which that is asked. */
export function judged(report: Report, previous: Previous | null, { refuseOn }: IngestOptions): Previewed {
  const judgement = judgeReport(report, previous)
  const refusing = refusingFindings(judgement, refuseOn)
  return refusing.length > 0 ? refused(brokenRules(report, refusing)) : { ok: true, report, judgement }
}

type Read = { readonly ok: true; readonly report: Report; readonly source: NewRevision['source'] } | Refused

/** Reads a source, and keeps the bytes for the store. */
export async function readSource(source: IngestSource, options: IngestOptions): Promise<Read> {
  const { maxSourceBytes: limit = MAX_SOURCE_BYTES } = options
  if (source.kind === 'STRUCTURED') {
    const read = readReportObject(source.object)
    if (!read.ok) return read
    const bytes = Buffer.from(canonicalJson(source.object))
    if (bytes.length > limit) return refused(tooLarge(limit, bytes.length))
    const url = options.sourceUrl ?? read.sourceUrl
    if (read.sourceUrl !== null && url !== read.sourceUrl)
      return invalid('sourceUrl', `"${read.sourceUrl}", and "${url}" beside it`)
    return agree(read.report, options, { kind: 'STRUCTURED', name: null, mediaType: 'application/json', bytes, url })
  }
  // Half a character has no bytes: writing it would silently put another one there. Of a NUL the encoding would be blamed.
  const stray = source.kind === 'TEXT' ? noCharacter(source.text) : null
  if (stray !== null) return refused(stray)
  const bytes = source.kind === 'TEXT' ? Buffer.from(source.text) : source.bytes
  if (bytes.length > limit) return refused(tooLarge(limit, bytes.length))
  const { name, mediaType } =
    source.kind === 'FILE'
      ? { name: source.name, mediaType: source.mediaType || 'application/octet-stream' }
      : { name: null, mediaType: 'text/plain; charset=utf-8' }
  const parsed = await parseInWorker({ bytes, mediaType, ...(name !== null && { name }) }, options.mostMilliseconds)
  const url = options.sourceUrl ?? null
  return parsed.ok ? agree(parsed.report, options, { kind: source.kind, name, mediaType, bytes, url }) : parsed
}

/** The report with what was given beside it, where the two do not contradict each other. */
function agree(report: Report, given: IngestOptions, source: NewRevision['source']): Read {
  const placed = given.districtCode === undefined ? report : placedIn(given.districtCode, report)
  if ('error' in placed) return placed
  const { year: found } = report
  if (given.year !== undefined && found !== null && found !== given.year)
    return refused(yearMismatch(given.year, found))
  const year = given.year ?? found
  if (year !== null && !(year >= EARLIEST_YEAR && year <= LATEST_YEAR)) return refused(unknownYear(year))
  return { ok: true, report: { ...placed, year }, source }
}

/** The report as one of the district given. A document that leaves its district in doubt must not name another. */
function placedIn(code: string, report: Report): Report | Refused {
  const wanted = districtByCode(code)
  if (!wanted) return refused(unknownDistrictCode(code))
  const found = report.district && districtByCode(report.district.code)
  if (found) return found.code === wanted.code ? report : refused(districtMismatch(wanted, found))
  const { agency, districtCandidates: codes = [] } = report
  const isOther = codes.length > 0 ? !codes.includes(code) : agency !== null && namesAnotherPlace(agency.name, wanted)
  if (isOther) return refused(unknownDistrict(agency?.name ?? report.title, candidatesOf(report)))
  return {
    ...report,
    district: { code: wanted.code, name: wanted.fullName },
    agency: agency && { kind: agencyKindOf(agency.name, wanted), name: agency.name },
    issues: report.issues.filter((issue) => !DOUBTS.has(issue.code)),
  }
}

/** What is settled when the sender tells the district. */
const DOUBTS: ReadonlySet<IssueCode> = new Set<IssueCode>(['district.ambiguous', 'district.unknown'])

/** The divisions that the document may mean. */
export function candidatesOf({ districtCandidates = [] }: Report): readonly District[] {
  return districtCandidates.flatMap((code) => districtByCode(code) ?? [])
}

/** The same object always gives the same bytes, whatever the order of its keys. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  )
}

/** An answer that is an error. */
export function refused(error: IngestError): Refused {
  return { ok: false, error }
}
