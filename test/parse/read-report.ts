import { expect } from 'vitest'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import type { IssueCode } from '../../src/domain/issue.ts'
import type { Report } from '../../src/domain/report.ts'
import { type ParseError, parse } from '../../src/parse/parse.ts'

const bytesOf = (source: string | Uint8Array) =>
  typeof source === 'string' ? new TextEncoder().encode(source) : source

/** The report that a document is read as. */
export async function readReport(source: string | Uint8Array): Promise<Report> {
  const parsed = await parse({ bytes: bytesOf(source) })
  if (!parsed.ok) throw new Error(`Expected a report, got ${parsed.error.code}: ${parsed.error.message}`)
  return parsed.report
}

/** The error with which a document is refused. */
export async function refuse(source: string | Uint8Array): Promise<ParseError> {
  const parsed = await parse({ bytes: bytesOf(source) })
  if (parsed.ok) throw new Error(`Expected an error, got a report: ${parsed.report.title}`)
  return parsed.error
}

/** The value of a figure; its state when it states none; undefined when the document does not print it. */
export function valueAt(report: Report, path: FigurePath): string | undefined {
  const figure = report.figures.get(path)
  return figure === undefined ? undefined : (figure.value ?? figure.state)
}

/** The figures of a row of the applications table, from natural persons to the total. */
export function rowOf(report: Report, row: string): (string | undefined)[] {
  const columns = [...report.figures.keys()].filter((path) => path.startsWith(`applications.${row}.`))
  return columns.map((path) => valueAt(report, path))
}

export const issueCodes = (report: Report): IssueCode[] => report.issues.map(({ code }) => code)

export function expectIssue(report: Report, code: IssueCode): void {
  expect(issueCodes(report)).toContain(code)
}
