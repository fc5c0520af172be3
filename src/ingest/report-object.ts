import { agencyKindOf, namesAnotherPlace } from '../domain/agency.ts'
import { districtByCode } from '../domain/district-registry.ts'
import type { Figure } from '../domain/figure.ts'
import { type FigurePath, formsOf, isFigurePath } from '../domain/figure-paths.ts'
import type { Finding, FindingSide } from '../domain/finding.ts'
import type { IssueCode } from '../domain/issue.ts'
import { isOfKind, numberKindOf } from '../domain/number-kind.ts'
import type { Report } from '../domain/report.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import { plain } from '../parse/plain.ts'
import { readNumber } from '../parse/stages/read-number.ts'
import { type FigureObject, type ReportObject, reportObject } from './report-object-schema.ts'

/** A report and its findings → the report object. Values become JSON numbers: fifteen digits survive the way. */
export function toReportObject(report: Report, findings: readonly Finding[]): ReportObject {
  return {
    district: report.district,
    agency: report.agency?.name ?? null,
    year: report.year,
    form: report.form,
    title: report.title,
    period: report.period,
    figures: Object.fromEntries(
      [...report.figures].map(([path, figure]) => [
        path,
        { ...figure, value: figure.value === null ? null : Number(figure.value) },
      ]),
    ),
    unrecognisedRows: report.unrecognisedRows.map((row) => ({ ...row, values: [...row.values] })),
    claims: report.claims.map(({ parts, ...claim }) => ({ ...claim, ...(parts && { parts: [...parts] }) })),
    shares: report.shares.map((share) => ({ ...share })),
    sections: report.sections.map((section) => ({ ...section })),
    issues: report.issues.map((issue) => ({ ...issue, paths: [...issue.paths] })),
    snippets: [...report.snippets],
    findings: findings.map(({ sameAs, ...finding }) => ({
      ...finding,
      left: sideOf(finding.left),
      right: sideOf(finding.right),
      ...(sameAs && { sameAs: [...sameAs] }),
    })),
  }
}

const sideOf = ({ paths, statements, ...side }: FindingSide) => ({
  ...side,
  paths: [...paths],
  ...(statements && { statements: statements.map((statement) => ({ ...statement })) }),
})

/** Why a structured report was not taken. */
export interface ReportObjectError {
  readonly code: 'INVALID_REPORT_OBJECT'
  readonly message: string
  readonly expected: string
  readonly got: string
}

/** A report as an object, with where it was published; or why it is none. */
export type ReadReportObject =
  | { readonly ok: true; readonly report: Report; readonly sourceUrl: string | null }
  | InvalidReportObject

interface InvalidReportObject {
  readonly ok: false
  readonly error: ReportObjectError
}

/** Issues of figures whose value is not what their raw text says, or that were not taken though it says something. */
const CONVERSIONS: ReadonlySet<IssueCode> = new Set<IssueCode>(['cell.converted', 'cell.unreadable', 'row.repeated'])

/** A report object from outside → a report, or an error that names the first place where it is not one. */
export function readReportObject(json: unknown): ReadReportObject {
  const parsed = reportObject.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return invalid(issue?.path.join('.') || 'the object', issue?.message ?? 'something else')
  }
  const object = parsed.data
  const figures = new Map<FigurePath, Figure>()
  for (const [path, given] of Object.entries(object.figures)) {
    if (!isFigurePath(path)) return invalid(`figures.${path}`, 'not the path of a figure')
    const figure = readFigure(path, given, object)
    if (typeof figure === 'string') return invalid(`figures.${path}`, figure)
    figures.set(path, figure)
  }
  for (const [number, issue] of object.issues.entries()) {
    if (issue.snippet !== undefined && quoted(issue.snippet, object) === null) {
      return invalid(`issues.${number}.snippet`, 'a range that no snippet has')
    }
  }
  const district = object.district === null ? null : districtByCode(object.district.code)
  if (district === undefined) return invalid('district.code', `${object.district?.code}, which GB/T 2260 does not have`)
  const names = district === null ? [] : [district.fullName, district.name]
  const { name } = object.district ?? {}
  if (name !== undefined && !names.includes(name)) return invalid('district.name', `"${name}" for ${names[0]}`)
  if (object.agency !== null && district !== null && namesAnotherPlace(object.agency, district)) {
    return invalid('agency', `"${object.agency}", which is of another place than ${district.fullName}`)
  }
  return {
    ok: true,
    sourceUrl: object.sourceUrl ?? null,
    report: {
      district: district === null ? null : { code: district.code, name: district.fullName },
      agency:
        object.agency === null || district === null
          ? null
          : { kind: agencyKindOf(object.agency, district), name: object.agency },
      year: object.year,
      form: object.form,
      title: object.title,
      period: object.period,
      figures,
      unrecognisedRows: (object.unrecognisedRows ?? []).map((row) => ({ ...row, at: row.at ?? null })),
      claims: (object.claims ?? []).map(({ parts, ...claim }) => ({
        ...claim,
        ...(parts && { parts }),
        at: claim.at ?? null,
      })),
      shares: (object.shares ?? []).map((share) => ({ ...share, at: share.at ?? null })),
      sections: object.sections.map(({ heading, text, at }) => ({ heading, text, at: at ?? null })),
      issues: object.issues.map(({ snippet, ...issue }) => ({ ...issue, ...(snippet && { snippet }) })),
      snippets: object.snippets ?? [],
    },
  }
}

/** A figure as given → a figure, or in words what it contradicts. */
function readFigure(path: FigurePath, given: FigureObject, object: ReportObject): Figure | string {
  const { form, issues } = object
  const { state, value, raw, at, snippet } = given
  // Too few tables to tell the form by can still have figures.
  if (form !== null && !formsOf(path).includes(form)) return `the form ${form} does not have this figure`
  if ((state === 'STATED') !== (value !== null)) {
    return `the state ${state} with the value ${value}: a value is given exactly when it is STATED`
  }
  const stated = value === null ? null : String(value)
  if (stated !== null && !isOfKind(stated, numberKindOf(path)))
    return `${stated}: not a number of the kind counted there`
  // Evidence that says otherwise is no evidence; the two may differ only where an issue tells why.
  const printed = raw === undefined ? null : readNumber(plain(raw)).value
  const isExplained = issues.some(({ code, paths }) => CONVERSIONS.has(code) && paths.includes(path))
  if (printed !== null && printed !== stated && !isExplained) return `the value ${stated} with the raw text "${raw}"`
  const figure = { state, value: stated, raw: raw ?? stated ?? '', at: at ?? null }
  if (snippet === undefined) return figure
  if (quoted(snippet, object) !== figure.raw)
    return `the raw text "${figure.raw}", which its snippet does not have there`
  return { ...figure, snippet }
}

/** What stands in a range of the object's snippets; null when they have no such range. */
function quoted({ index, start, end }: SnippetRange, { snippets = [] }: ReportObject): string | null {
  const text = snippets[index]
  return text === undefined || end < start || end > text.length ? null : text.slice(start, end)
}

/** The object is none that can be taken: where, and what stands there. */
export function invalid(where: string, got: string): InvalidReportObject {
  const expected = 'a report object as its JSON Schema describes'
  return {
    ok: false,
    error: {
      code: 'INVALID_REPORT_OBJECT',
      expected,
      got: `at ${where}: ${got}`,
      message: `Expected ${expected}; at ${where}: ${got}.`,
    },
  }
}
