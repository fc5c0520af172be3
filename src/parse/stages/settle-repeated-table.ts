import { APPLICANTS } from '../../domain/applicants.ts'
import type { ApplicationRow } from '../../domain/application-rows.ts'
import { OF_DISTRICT, OF_ISSUER_ALONE } from '../../domain/document-words.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Document } from '../document.ts'
import type { Note } from './read-figure.ts'
import type { Row } from './row.ts'

/** One printing of the applications table, from its first row on. */
interface Printing {
  readonly rows: readonly Row[]
  /** The short lines above it, plain. */
  readonly headings: readonly string[]
}

const LONGEST_HEADING = 40
/** Lines right above a table in which its heading stands. */
const HEADING_LINES = 12

/**
 * The rows without those of an applications table that the report prints more than once with different values: of one for the whole
 * district and others for a part of it, as their headings say, the first is kept; else only the rows that are alike in all. The rest
 * is noted.
 */
export function settleRepeatedTable(document: Document, rows: readonly Row[], note: Note): readonly Row[] {
  const printings = printingsOf(document, rows)
  const [first] = printings
  if (first === undefined || printings.length === 1) return rows
  const repeated = new Set(printings.flatMap(({ rows: own }) => own))
  const ofDistrict = printings.filter(({ headings }) => headings.some((text) => OF_DISTRICT.test(text)))
  const others = printings.filter((printing) => !ofDistrict.includes(printing))
  const [whole] = ofDistrict
  const isPlain =
    whole !== undefined &&
    ofDistrict.length === 1 &&
    !whole.headings.some((text) => OF_ISSUER_ALONE.test(text)) &&
    others.every(({ headings }) => headings.some((text) => OF_ISSUER_ALONE.test(text)))
  const kept = new Set(isPlain ? whole.rows : first.rows.filter((row) => isInAll(row, printings)))
  for (const row of firstOfEach(repeated)) {
    const name = rowOf(row)
    if (name === null || isInAll(row, printings)) continue
    const printed = [...repeated].filter((one) => rowOf(one) === name)
    note({
      code: 'row.repeated',
      message:
        `Expected one applications table, got ${printings.length} with different values in the row "${row.label.text}": ` +
        `${printed.map((one) => valuesOf(one) || 'none').join('; ')}. ` +
        (isPlain ? 'Those of the table for the whole district were taken.' : 'None was taken.'),
      paths: codesOf(APPLICANTS).map((applicant) => `applications.${name}.${applicant}` as const),
      raw: [row.label, ...row.cells].map(({ text }) => text).join('\t'),
      at: row.label.at,
    })
  }
  return rows.filter((row) => !repeated.has(row) || kept.has(row))
}

/** The printings of the applications table; a row that a document writes twice, alike, is none. */
function printingsOf(document: Document, rows: readonly Row[]): readonly Printing[] {
  const own = rows.filter(({ table }) => table === 'APPLICATIONS')
  const starts = own.flatMap((row, at) => (rowOf(row) === 'RECEIVED' ? [at] : []))
  const values = starts.map((at) => (own[at] === undefined ? '' : valuesOf(own[at])))
  if (new Set(values).size < 2) return []
  return starts.map((start, index) => {
    const last = own[start - 1]?.label.line ?? 0
    const line = own[start]?.label.line ?? 0
    const headings = document.lines
      .filter(({ number, plain }) => number > last && number < line && plain.length <= LONGEST_HEADING && plain !== '')
      .slice(-HEADING_LINES)
      .map(({ plain }) => plain)
    return { rows: own.slice(index === 0 ? 0 : start, starts[index + 1]), headings }
  })
}

function firstOfEach(rows: ReadonlySet<Row>): readonly Row[] {
  const first = new Map<ApplicationRow | null, Row>()
  for (const row of rows) if (!first.has(rowOf(row))) first.set(rowOf(row), row)
  return [...first.values()]
}

function isInAll(row: Row, printings: readonly Printing[]): boolean {
  return printings.every(({ rows }) => {
    const same = rows.filter((one) => rowOf(one) === rowOf(row))
    return same.length > 0 && same.every((one) => valuesOf(one) === valuesOf(row))
  })
}

function rowOf({ known }: Row): ApplicationRow | null {
  return known?.meaning.table === 'APPLICATIONS' ? known.meaning.row : null
}

const valuesOf = ({ cells }: Row) => cells.map(({ plain }) => plain).join(' ')
