import type { District } from '../domain/district.ts'
import type { Finding } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import type { ParseError } from '../parse/parse-error.ts'
import type { ReportObjectError } from './report-object.ts'

/** What every error that callers can put right tells. */
export interface Told {
  /** Both of the following in words, and what to try. */
  readonly message: string
  readonly expected: string
  readonly got: string
}

/** Why a report was not taken. Nothing was stored. */
export type IngestError =
  | ParseError
  | ReportObjectError
  | (Told & { readonly code: 'TOO_LARGE'; readonly limit: number; readonly size: number })
  | (Told & { readonly code: 'UNKNOWN_DISTRICT'; readonly candidates: readonly District[] })
  | (Told & { readonly code: 'UNKNOWN_YEAR' })
  | (Told & { readonly code: 'DISTRICT_MISMATCH'; readonly given: District; readonly found: District })
  | (Told & { readonly code: 'YEAR_MISMATCH'; readonly given: number; readonly found: number })
  | (Told & { readonly code: 'NOT_PERMITTED'; readonly district: District })
  | (Told & { readonly code: 'REVISION_CONFLICT'; readonly current: number })
  | (Told & { readonly code: 'BROKEN_RULES'; readonly report: Report; readonly findings: readonly Finding[] })

/** An error in words. */
export function told(expected: string, got: string, advice: string): Told {
  return { expected, got, message: `Expected ${expected}, got ${got}. ${advice}` }
}

/** The source has more bytes than are read. */
export function tooLarge(limit: number, size: number): IngestError {
  const advice = 'Send the report without its pictures and attachments.'
  return { code: 'TOO_LARGE', limit, size, ...told(`a source of at most ${limit} bytes`, `${size}`, advice) }
}

/** The code given is not one of the registry. */
export function unknownDistrictCode(code: string): IngestError {
  const advice = 'Look the code up with the query districts.'
  return {
    code: 'UNKNOWN_DISTRICT',
    candidates: [],
    ...told('the code of a division of GB/T 2260, six digits', `"${code}"`, advice),
  }
}

/** The document names no district, or one whose name several divisions bear, and no code was given. */
export function unknownDistrict(printed: string | null, candidates: readonly District[]): IngestError {
  const names = candidates.map(({ code, fullName }) => `${fullName} (${code})`).join(', ')
  const name = printed === null ? 'none' : `"${printed}"`
  return {
    code: 'UNKNOWN_DISTRICT',
    candidates,
    ...told(
      'a document that names its district beyond doubt',
      candidates.length === 0 ? name : `${name}, which may be ${names}`,
      "Give the district's code beside it.",
    ),
  }
}

/** Neither the document nor the sender tells a year, or the one told cannot be stored. */
export function unknownYear(got: number | null): IngestError {
  return {
    code: 'UNKNOWN_YEAR',
    ...told(
      `a reporting year from ${EARLIEST_YEAR} to ${LATEST_YEAR}`,
      got === null ? 'a document that names none' : `${got}`,
      got === null ? 'Give the year beside it.' : 'Correct the year.',
    ),
  }
}

/** The years that a report can be about. */
export const EARLIEST_YEAR = 1990
export const LATEST_YEAR = 2099

/** The district given is not the one that the document names. */
export function districtMismatch(given: District, found: District): IngestError {
  const name = ({ code, fullName }: District) => `${fullName} (${code})`
  return {
    code: 'DISTRICT_MISMATCH',
    given,
    found,
    ...told(
      `a report of ${name(given)}`,
      `one of ${name(found)}`,
      'Send the right document, or leave the district out.',
    ),
  }
}

/** The year given is not the one that the document reports on. */
export function yearMismatch(given: number, found: number): IngestError {
  return {
    code: 'YEAR_MISMATCH',
    given,
    found,
    ...told(`a report on ${given}`, `one on ${found}`, 'Send the right document, or leave the year out.'),
  }
}

/** The report is there with other content, or was withdrawn, and the revision in force was not named. */
export function revisionConflict(current: number, named: number | null): IngestError {
  const expected = named ? `revision ${named} to be the current one` : 'no report of this agency on this year'
  if (current > 0) {
    const advice = `Look at what is there; to follow it with this one, send it with expectedRevision ${current}.`
    return { code: 'REVISION_CONFLICT', current, ...told(expected, `revision ${current}, with other content`, advice) }
  }
  const withdrawn =
    'Look at its history; restore a revision of it, or send this one with expectedRevision 0, and say why it is back.'
  return {
    code: 'REVISION_CONFLICT',
    current,
    ...(named === null
      ? told(expected, 'one that was withdrawn', withdrawn)
      : told(expected, 'none that is in force', 'Send it with expectedRevision 0, or without if it is new.')),
  }
}

/** The key with which it was sent is limited to other districts or agencies. */
export function notPermitted(
  district: District,
  agencyName: string | null,
): Extract<IngestError, { code: 'NOT_PERMITTED' }> {
  const whose = `${agencyName ?? `the government of ${district.fullName}`} (${district.code})`
  return {
    code: 'NOT_PERMITTED',
    district,
    ...told(
      'a report of an agency that the key is for',
      `one of ${whose}`,
      'Send it with a key for that district, or ask whoever gave you yours to extend it.',
    ),
  }
}

/** The report breaks rules on which the sender wants it refused. */
export function brokenRules(report: Report, findings: readonly Finding[]): IngestError {
  const [first, second] = findings.map(({ ruleId, message }) => `${ruleId} (${message})`)
  const rest = findings.length - 2
  const got = [first, second, rest > 0 ? `${rest} more` : undefined].filter((text) => text !== undefined).join('; ')
  const advice = 'Correct the report, or send it without refuseOn: it is then stored as it is, with its findings.'
  return {
    code: 'BROKEN_RULES',
    report,
    findings,
    ...told('a report without findings of the severity that refuseOn names, or weightier', got, advice),
  }
}
