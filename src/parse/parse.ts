import type { Issue } from '../domain/issue.ts'
import type { Report } from '../domain/report.ts'
import type { Document } from './document.ts'
import { textWithNul } from './formats/decode.ts'
import { doc } from './formats/doc.ts'
import { docx } from './formats/docx.ts'
import type { Format, Source } from './formats/format.ts'
import { html } from './formats/html.ts'
import { pdf } from './formats/pdf.ts'
import { plainText } from './formats/plain-text.ts'
import {
  emptySource,
  noCharacter,
  notAReport,
  type ParseError,
  severalReports,
  unsupportedFormat,
  wrongEncoding,
} from './parse-error.ts'
import { assignFigures } from './stages/assign-figures.ts'
import { isReport, reportsIn } from './stages/check-report.ts'
import { collectRows } from './stages/collect-rows.ts'
import { cutSnippets } from './stages/cut-snippets.ts'
import { detectFormat } from './stages/detect-format.ts'
import { dropRunningNumbers } from './stages/drop-running-numbers.ts'
import { findClaims } from './stages/find-claims.ts'
import { findIssuer } from './stages/find-issuer.ts'
import { findShares } from './stages/find-shares.ts'
import { findTitle } from './stages/find-title.ts'
import { findPeriod, findYear } from './stages/find-year.ts'
import { foldTraditional } from './stages/fold-traditional.ts'
import { keepColumns } from './stages/keep-columns.ts'
import { noteMissing } from './stages/note-missing.ts'
import { noteRows, unrecognisedRows } from './stages/note-rows.ts'
import { orderColumns } from './stages/order-columns.ts'
import { readMeasureHeads } from './stages/read-measure-heads.ts'
import { readSentences } from './stages/read-sentences.ts'
import { readStatements } from './stages/read-statements.ts'
import { readStatisticsHeads } from './stages/read-statistics-heads.ts'
import { recogniseForm } from './stages/recognise-form.ts'
import { settleDividedRows } from './stages/settle-divided-rows.ts'
import { settleRepeatedTable } from './stages/settle-repeated-table.ts'
import { siftStatistics } from './stages/sift-statistics.ts'
import { splitSections } from './stages/split-sections.ts'

export type { Source } from './formats/format.ts'
export type { ParseError, ParseErrorCode } from './parse-error.ts'

/** Kept with every revision: which parser read it. */
export const PARSER_VERSION = '2.1.0'

/** The formats that are read, in the order in which they are asked; the last one takes whatever is left. */
const FORMATS: readonly Format[] = [pdf, docx, doc, html, plainText]

export type Parsed = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly error: ParseError }

/**
 * Bytes → report and issues. Nothing is repaired and nothing is guessed: what the document prints is kept as printed, what cannot be
 * told beyond doubt is left out and noted as an issue. A document that is no report gives an error; content never throws.
 */
export async function parse(source: Source): Promise<Parsed> {
  const { bytes } = source
  if (withoutMark(bytes).every(isWhiteSpace)) return refused(emptySource(bytes))
  const other = detectFormat(bytes)
  if (other !== null) return refused(unsupportedFormat(other.refused, other.advice))
  const read = (await FORMATS.find((candidate) => candidate.match(source))?.read(source)) ?? null
  if (read === null) return refused(noCharacter(textWithNul(bytes) ?? '') ?? wrongEncoding(bytes))
  if ('refused' in read) return refused(unsupportedFormat(read.refused, read.advice))
  const document = dropRunningNumbers(keepColumns(await foldTraditional(read)))

  const { rows: collected, lines } = collectRows(document)
  const rows = readMeasureHeads(document, siftStatistics(collected))
  if (!isReport(document, rows)) return refused(notAReport(beginningOf(document)))
  const reports = reportsIn(document, rows)
  if (reports.length > 1) return refused(severalReports(reports))

  const snippets = cutSnippets(document, rows)
  const issues: Issue[] = []
  const note = (issue: Issue) => {
    const snippet = snippets.ofIssue(issue)
    issues.push({ ...issue, ...(snippet !== null && { snippet }) })
  }
  document.issues?.forEach(note)
  const title = findTitle(document)
  const period = findPeriod(document)
  const year = findYear(document, title, period, note)
  const { district, candidates, agency } = findIssuer(document, title, note)
  const form = recogniseForm(rows)
  const settled = settleDividedRows(settleRepeatedTable(document, rows, note), note)
  const statistics = readStatisticsHeads(document, rows, year)
  const figures = assignFigures(orderColumns(document, settled, form, note), form, statistics, snippets, note)
  noteRows(rows, note)
  noteMissing(form, rows, { figures, issues }, note)
  const sections = splitSections(document, lines)
  const names = [agency?.name, district?.fullName, district?.name].filter((name) => name !== undefined)
  const statements = readStatements(readSentences(document, lines), { year, form, names })

  return {
    ok: true,
    report: {
      district: district === null ? null : { code: district.code, name: district.fullName },
      ...(candidates.length > 0 && { districtCandidates: candidates.map(({ code }) => code) }),
      agency,
      year,
      form,
      title: title?.text ?? null,
      period,
      figures,
      unrecognisedRows: unrecognisedRows(rows),
      claims: findClaims(statements),
      shares: findShares(statements),
      sections,
      issues,
      snippets: snippets.texts,
    },
  }
}

function refused(error: ParseError): Parsed {
  return { ok: false, error }
}

function beginningOf(document: Document): string {
  return (document.lines.find((line) => line.plain !== '')?.plain ?? '').slice(0, 30)
}

const MARKS: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
]

/** What follows the byte-order mark of UTF-8 or UTF-16, if there is one. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const mark = MARKS.find((candidate) => candidate.every((byte, position) => bytes[position] === byte))
  return bytes.subarray(mark?.length ?? 0)
}

function isWhiteSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}
