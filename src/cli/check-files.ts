import { agencyNameOf } from '../domain/agency.ts'
import { districtByCode } from '../domain/district-registry.ts'
import type { Judgement } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { judgeReport } from '../ingest/judge-report.ts'
import { preview } from '../ingest/preview.ts'
import type { Previous } from '../rules/subject.ts'
import { filesOf } from './files-of.ts'
import { readSourceFile } from './source-file.ts'

/** A file that was read as a report. */
export interface ReadFile {
  readonly ok: true
  readonly file: string
  /** False for a report object: the places in it are those of the document that it was read from. */
  readonly isDocument: boolean
  readonly report: Report
}

/** A file that was not, and why. */
export interface UnreadFile {
  readonly ok: false
  readonly file: string
  readonly error: { readonly code: string; readonly message: string }
}

/** A report as judged, with the report of the year before if that was given, too. */
export interface CheckedFile extends ReadFile {
  readonly judgement: Judgement
  readonly previous: ReadFile | null
}

/**
 * Reads files, one after the other; a folder stands for the files in it. A file that cannot be read does not hold up the others. The
 * running text is not kept: many files are read before the first is judged. `shown` names a path as its user would.
 */
export async function readFiles(paths: readonly string[], shown: ShownPath): Promise<(ReadFile | UnreadFile)[]> {
  const read: (ReadFile | UnreadFile)[] = []
  for (const path of paths) {
    const files = await filesOf(path).catch((error) => cannotOpen(shown(path), error))
    if (!Array.isArray(files)) read.push(files)
    else if (files.length === 0) read.push(unread(shown(path), 'EMPTY_FOLDER', 'files in the folder, got none'))
    else for (const file of files) read.push(await readOne(file, shown))
  }
  return read
}

type ShownPath = (path: string) => string

async function readOne(path: string, shown: ShownPath): Promise<ReadFile | UnreadFile> {
  const file = shown(path)
  const found = await readSourceFile(path).catch((error) => cannotOpen(file, error))
  if ('file' in found) return found
  const read = found.ok ? await preview(found.source) : found
  if (!read.ok) return { ok: false, file, error: { code: read.error.code, message: read.error.message } }
  const { report } = read
  // Without a form there is nothing to check: that must not pass for a report in which everything holds.
  const unknown = report.issues.find(({ code }) => code === 'form.unknown' || code === 'form.ambiguous')
  if (unknown !== undefined) return { ok: false, file, error: { code: unknown.code, message: unknown.message } }
  const isDocument = found.ok && found.source.kind !== 'STRUCTURED'
  return { ok: true, file, isDocument, report: { ...report, sections: [] } }
}

/** What the system says when it does not open a file. Anything else is a fault of ours. */
function cannotOpen(file: string, error: unknown): UnreadFile {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) throw error
  return unread(file, String(error.code), `a file that can be read, got "${error.message}"`)
}

function unread(file: string, code: string, contrast: string): UnreadFile {
  return { ok: false, file, error: { code, message: `Expected ${contrast}.` } }
}

/** Reads the report of the year before some of the files. */
export async function readPrevious(
  path: string,
  files: readonly (ReadFile | UnreadFile)[],
  shown: ShownPath,
): Promise<ReadFile | UnreadFile> {
  const read = await readOne(path, shown)
  if (!read.ok || files.some((file) => file.ok && isYearBefore(read, file))) return read
  const { district, year } = read.report
  const got = `that of ${district?.name ?? 'an unknown district'} for ${year ?? 'an unknown year'}`
  return unread(read.file, 'NOT_THE_YEAR_BEFORE', `the report of the year before by an agency of the files, got ${got}`)
}

/**
 * Judges each report against that of the year before by the same agency: the one given beside them, or the only one among them. Two of
 * one agency and year are two opinions on what was reported: neither counts.
 */
export function checkFiles(
  read: readonly (ReadFile | UnreadFile)[],
  given: ReadFile | null,
): (CheckedFile | UnreadFile)[] {
  const reports = read.filter((file) => file.ok)
  const byYear = Map.groupBy(reports, ({ report }) => nameOf(report, 0))
  return read.map((file) => {
    if (!file.ok) return file
    const name = nameOf(file.report, -1)
    const others = name === null ? [] : (byYear.get(name) ?? [])
    const previous =
      given !== null && isYearBefore(given, file) ? given : others.length === 1 ? (others[0] ?? null) : null
    return { ...file, previous, judgement: judgeReport(file.report, previous && previousOf(previous)) }
  })
}

/** Whether a report is of the year before another, and of no other district or agency as far as the two tell. */
function isYearBefore({ report: earlier }: ReadFile, { report: later }: ReadFile): boolean {
  if (earlier.year === null || later.year === null || earlier.year !== later.year - 1) return false
  const names = [nameOf(earlier, 0), nameOf(later, -1)]
  return names.includes(null) || names[0] === names[1]
}

/** The agency and a year, whatever it calls itself; null when the report does not tell. As in the store, a report that names none is the government's. */
function nameOf({ district, agency, year }: Report, years: number): string | null {
  const division = district && districtByCode(district.code)
  if (!division || year === null) return null
  const name = agencyNameOf(agency ?? { kind: 'GOVERNMENT', name: division.fullName }, division)
  return [division.code, name, year + years].join(' ')
}

function previousOf({ report: { year, form, figures } }: ReadFile): Previous | null {
  return year === null ? null : { year, form, figures }
}
