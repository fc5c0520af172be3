import { stringify } from 'csv-stringify/sync'
import type { ReportCondition } from '../store/conditions.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { type ReportWithFigures, reportsWithFigures } from '../store/whole-reports.ts'
import { FIGURE_COLUMNS } from './figure-columns.ts'

/** How the table of figures is written, as a data package says it. */
export const CSV_DIALECT = {
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
} as const

const HEAD = FIGURE_COLUMNS.map(({ name }) => name)

/** What a spreadsheet can take for a formula; a number or a dash alone is none, whatever it begins with: `-15`, `－`. */
const MAY_BE_FORMULA = /^(?:[=@\t\r＝＠]|[+\-＋－](?![\d.,]*$))/

/** Records as CSV. Texts that a spreadsheet would take for formulas are escaped, wherever they came from. */
const csvOf = (records: readonly (readonly string[])[], bom = false): string =>
  stringify(records as string[][], {
    bom,
    record_delimiter: CSV_DIALECT.lineTerminator,
    // A lone carriage return ends a line for some readers, as it does not for the library.
    quoted_match: '\r',
    cast: { string: (value) => (MAY_BE_FORMULA.test(value) ? { value, escape_formulas: true } : value) },
  })

/**
 * The figures of the reports of the condition as CSV (RFC 4180), one row a figure, in the order of the reports and of the catalogue. The
 * first line has the names of the columns.
 */
export async function* figureTable(
  snapshot: Snapshot,
  condition: ReportCondition,
  { bom = false }: { readonly bom?: boolean } = {},
): AsyncGenerator<string, void, undefined> {
  yield csvOf([HEAD], bom)
  for await (const batch of reportsWithFigures(snapshot, condition)) {
    // Report by report: a batch has tens of thousands of figures.
    for (const report of batch) if (report.figures.size > 0) yield csvOf(recordsOf(report))
  }
}

const recordsOf = ({ head, figures }: ReportWithFigures): string[][] =>
  Array.from(figures, ([path, figure]) => FIGURE_COLUMNS.map((column) => column.valueOf({ head, path, figure })))
