import type { Known, RowMeaning } from '../vocabulary.ts'
import { holdColumns } from './hold-columns.ts'
import type { Row } from './row.ts'

/** The rows of a document, once all of it is read; `valueless` are the labels of the form behind which no value stands. */
export function settleRows(rows: readonly Row[], valueless: readonly Row[]): readonly Row[] {
  const held = holdColumns(rows, valueless)
  return withValueless(withoutDoublesByLikeness(held.rows), held.valueless)
}

const keyOf = ({ meaning }: Known<RowMeaning>) => (meaning.table === 'DISCLOSURE' ? meaning.item : meaning.row)

/** Rows with the headings of others: where one of these is printed, the words of the heading are no row. */
const HEADING_OF: ReadonlyMap<unknown, readonly unknown[]> = new Map<unknown, readonly unknown[]>([
  ['OTHER', ['OTHER_NOT_CORRECTED_IN_TIME', 'OTHER_FEE_UNPAID', 'OTHER_MISCELLANEOUS']],
  ['OTHER_EXTERNAL_MANAGEMENT', ['INSPECTION', 'CONFIRMATION']],
])

/**
 * The rows, with those that are blank as a whole in their places: in a table with columns of its own their cells are blank. Elsewhere, and
 * where a label stands alone, its values may be lost: kept without cells, as far as nothing else says that the row is missing. A label
 * whose row is printed with values elsewhere, or that is a heading, is no row.
 */
function withValueless(rows: readonly Row[], valueless: readonly Row[]): readonly Row[] {
  const printed = new Set<unknown>(rows.flatMap(({ known }) => (known === null ? [] : [keyOf(known)])))
  const tables = new Set(rows.map(({ table }) => table))
  const kept = new Map<unknown, Row>()
  for (const row of valueless) {
    if (row.known === null || !tables.has(row.table)) continue
    const key = keyOf(row.known)
    if (printed.has(key) || (HEADING_OF.get(key) ?? []).some((under) => printed.has(under))) continue
    const isBlank = row.isRow && row.cells.length > 0
    if (isBlank) kept.set(key, row)
    else if (!kept.has(key) && row.table !== 'APPLICATIONS') kept.set(key, { ...row, cells: [] })
  }
  // The case table is one row: where it has no values, its cells may be blank.
  const blankCases = tables.has('CASES') ? [] : valueless.filter(({ table }) => table === 'CASES').slice(0, 1)
  return [...rows, ...kept.values(), ...blankCases].sort((one, other) => one.label.line - other.label.line)
}

/** A row that was named by likeness gives way to one that prints the label itself: it is then another row. */
function withoutDoublesByLikeness(rows: readonly Row[]): Row[] {
  const printed = new Set(rows.flatMap(({ known }) => (known === null || known.similar ? [] : [keyOf(known)])))
  return rows.map((row) => (row.known?.similar && printed.has(keyOf(row.known)) ? { ...row, known: null } : row))
}
