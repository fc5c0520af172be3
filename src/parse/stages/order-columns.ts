import { APPLICANTS } from '../../domain/applicants.ts'
import { CASE_RESULTS } from '../../domain/cases.ts'
import { DISCLOSURE_ITEMS, type DisclosureMeasure } from '../../domain/disclosure-items.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Form } from '../../domain/forms.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Cell, Document } from '../document.ts'
import { haveOneLine, readApplicantHeads, readResultHeads, textBefore } from './read-column-heads.ts'
import type { Note } from './read-figure.ts'
import { numberIn } from './read-loose-number.ts'
import type { Row } from './row.ts'

/** For each printed column its place on the form. */
type Order = readonly number[]

const COLUMNS = codesOf(APPLICANTS)
const RESULTS = codesOf(CASE_RESULTS)
const CASE_PATHS: readonly FigurePath[] = RESULTS.flatMap((result) => [
  `review.${result}` as const,
  `litigation.DIRECT.${result}` as const,
  `litigation.AFTER_REVIEW.${result}` as const,
])

/** The sums of so many rows in a hundred hold where the column of totals stands, and of no more than so many elsewhere. */
const MOST = 0.8
const FEW = 0.2
/** A single row can print a wrong total that looks like another order, unless there are no more than so many and several parts in it. */
const LEAST_ROWS = 2
const FEWEST_ROWS = 3

/**
 * The rows of all tables → the same, with their cells in the form's order where the document prints the columns in another one: the
 * heads decide, and the sums of the rows must not speak against them. Where the sums say that the columns are not the form's, and no
 * heads say what they are, the rows are left out. Both are noted.
 */
export function orderColumns(document: Document, rows: readonly Row[], form: Form | null, note: Note): readonly Row[] {
  const applications = orderApplications(document, rows, note)
  const cases = orderCases(document, applications, note)
  return cases.map((row) => orderDisclosure(document, row, form, note))
}

function orderApplications(document: Document, rows: readonly Row[], note: Note): readonly Row[] {
  const named = rows.filter(({ known }) => known?.meaning.table === 'APPLICATIONS')
  const [first] = named
  if (first === undefined) return rows
  const heads = readApplicantHeads(document, first)
  const whole = named.map((row) => withoutPadding(row, COLUMNS.length)).filter((cells) => cells !== null)
  const order = decide(heads?.map((applicant) => COLUMNS.indexOf(applicant)) ?? null, whole, COLUMNS.length)
  if (order !== null && isUsual(order)) return rows
  const isLost = (row: Row) => named.includes(row) && (order === null || withoutPadding(row, COLUMNS.length) === null)
  const printed = order?.map((place) => APPLICANTS[COLUMNS[place] ?? 'TOTAL'].label).join(', ')
  const pathsOf = (some: readonly Row[]) =>
    some.flatMap(({ known }) => {
      const meaning = known?.meaning
      return meaning?.table === 'APPLICATIONS'
        ? COLUMNS.map((applicant): FigurePath => `applications.${meaning.row}.${applicant}`)
        : []
    })
  note({
    code: 'header.broken',
    message:
      order === null
        ? 'Expected the columns of the applications table in the order of the form; the sums of its rows say that they are in another. None was taken.'
        : `Expected the columns of the applications table in the order of the form, got ${printed}: taken in this order` +
          `${named.some(isLost) ? ', except for rows with more or fewer values' : ''}.`,
    paths: pathsOf(named),
    raw: printed ?? null,
    at: first.label.at,
  })
  return rows
    .filter((row) => !isLost(row))
    .map((row) => {
      const cells = withoutPadding(row, COLUMNS.length)
      return named.includes(row) && order !== null && cells !== null ? { ...row, cells: inOrder(cells, [order]) } : row
    })
}

function orderCases(document: Document, rows: readonly Row[], note: Note): readonly Row[] {
  let above: readonly Order[] | null = null
  return rows.flatMap((row): readonly Row[] => {
    if (row.table !== 'CASES') return [row]
    const words = above === null ? wordsOf(document, row) : row.words
    const named = RESULTS.some((result) => words.includes(CASE_RESULTS[result].label))
    const heads: readonly Order[] | null = named
      ? (readResultHeads(words)?.map((block) => block.map((result) => RESULTS.indexOf(result))) ?? null)
      : above
    above = heads
    const width = row.cells.length / RESULTS.length
    const blocks = blocksOf(row.cells)
    if (blocks === null) return heads === null || heads.every(isUsual) ? [row] : left(row, note)
    const orders = blocks.map((_, block) => heads?.[heads.length === width ? block : 0] ?? null)
    const areSame = new Set(orders.map(String)).size === 1
    const decided = areSame
      ? blocks.map(() => decide(orders[0] ?? null, blocks, RESULTS.length))
      : orders.map((order, block) => decide(order, blocks.slice(block, block + 1), RESULTS.length))
    // Words tell the order of results only in the columns of a table, or where the sums agree.
    const isMoved = (order: Order | null) => order?.at(-1) !== RESULTS.length - 1
    if (decided.some((order) => order === null || !(row.isRow || isUsual(order) || isMoved(order))))
      return left(row, note)
    const certain = decided.filter((order) => order !== null)
    if (certain.every(isUsual)) return [row]
    const printed = certain.map((order) =>
      order.map((place) => CASE_RESULTS[RESULTS[place] ?? 'TOTAL'].label).join(', '),
    )
    note({
      code: 'header.broken',
      message:
        'Expected the results of the table of reconsideration and litigation in the order of the form, ' +
        `got ${[...new Set(printed)].join('; ')}: taken in this order.`,
      paths: CASE_PATHS,
      raw: textOf(row),
      at: row.cells[0]?.at ?? null,
    })
    return [{ ...row, cells: inOrder(row.cells, certain), words: withUsualResults(words) }]
  })
}

/** Its words, with a head of totals before the one that opened the table. */
function wordsOf(document: Document, row: Row): string {
  const text = textBefore(document, row)
  const total = CASE_RESULTS.TOTAL.label
  const opensWithTotal = row.words !== '' && text.endsWith(`${total}${row.words}`)
  return opensWithTotal && readResultHeads(row.words) === null ? `${total}${row.words}` : row.words
}

function left(row: Row, note: Note): readonly Row[] {
  note({
    code: 'header.broken',
    message:
      'Expected the results of the table of reconsideration and litigation in the order of the form; ' +
      'its heads or its sums say that they are in another, and which is not certain. None was taken.',
    paths: CASE_PATHS,
    raw: textOf(row),
    at: row.cells[0]?.at ?? null,
  })
  return []
}

/** The words with the results of each block in the form's order, as the values then are. */
function withUsualResults(words: string): string {
  let count = 0
  let ordered = ''
  for (let place = 0; place < words.length; ) {
    const result = RESULTS.find((candidate) => words.startsWith(CASE_RESULTS[candidate].label, place))
    const usual = RESULTS[count % RESULTS.length] ?? 'TOTAL'
    ordered += result === undefined ? words[place] : CASE_RESULTS[usual].label
    count += result === undefined ? 0 : 1
    place += result === undefined ? 1 : CASE_RESULTS[result].label.length
  }
  return ordered
}

function orderDisclosure(document: Document, row: Row, form: Form | null, note: Note): Row {
  const meaning = row.known?.meaning
  if (meaning?.table !== 'DISCLOSURE' || form === null) return row
  const measures: { readonly [form in Form]?: readonly DisclosureMeasure[] } = DISCLOSURE_ITEMS[meaning.item].cells
  const official = measures[form] ?? []
  const order = row.heads.map((measure) => official.indexOf(measure))
  const cells = withoutPadding(row, official.length)
  const isWhole = order.length === official.length && new Set(order).size === order.length && !order.includes(-1)
  if (!isWhole || isUsual(order) || cells === null || !haveOneLine(document, row)) return row
  note({
    code: 'header.broken',
    message: `Expected the columns ${official.join(', ')} for the row "${row.label.text}", got ${row.heads.join(', ')}: taken in this order.`,
    paths: official.map((measure) => `disclosure.${meaning.item}.${measure}` as const),
    raw: textOf(row),
    at: row.label.at,
  })
  return { ...row, heads: official, cells: inOrder(cells, [order]) }
}

const textOf = ({ label, cells }: Row) => [label, ...cells].map(({ text }) => text).join('\t')

const isUsual = (order: Order) => order.every((place, index) => place === index)

/**
 * The order of the columns, of which the last on the form is the sum of the others: that of the heads; the form's where they cannot be
 * read, or the sums confirm it; null where the sums speak against both.
 */
function decide(heads: Order | null, rows: readonly (readonly Cell[])[], width: number): Order | null {
  const usual = Array.from({ length: width }, (_, column) => column)
  const summed = rows.flatMap((cells) => {
    const numbers = cells.flatMap(({ plain }) => numberIn(plain) ?? [])
    return numbers.length < cells.length || numbers.every((value) => value === 0) ? [] : [numbers]
  })
  const holdingAt = (column: number) => summed.filter((values) => isSumAt(column, values)).length
  const last = width - 1
  if (heads !== null && !isUsual(heads)) {
    const moved = heads.indexOf(last)
    if (moved === last || summed.length === 0) return heads
    if (holdingAt(moved) >= holdingAt(last) && holdingAt(moved) * 2 > summed.length) return heads
    const others = heads.filter((place) => place !== last)
    return holdingAt(last) * 2 > summed.length && isUsual(others) ? usual : null
  }
  return usual.slice(0, -1).some((column) => areSumsAt(column, summed)) ? null : usual
}

/** Whether a column other than the last, and not the last one, is the sum of the others in the rows. */
function areSumsAt(column: number, rows: readonly (readonly number[])[]): boolean {
  const last = (rows[0]?.length ?? 0) - 1
  const here = rows.filter((values) => isSumAt(column, values))
  // A single part and its sum are the same number: such a row tells nothing.
  const onlyHere = here.filter((values) => !isSumAt(last, values))
  const onlyLast = rows.filter((values) => isSumAt(last, values) && !isSumAt(column, values))
  const areEnough =
    onlyHere.length >= LEAST_ROWS ||
    (rows.length <= FEWEST_ROWS && onlyHere.some((values) => values.filter((value) => value !== 0).length > 2))
  return areEnough && here.length >= rows.length * MOST && onlyLast.length <= onlyHere.length * FEW
}

const isSumAt = (column: number, values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) === 2 * (values[column] ?? 0)

/**
 * The cells when they are as many as the columns, but for empty ones behind or among them. A line of text that ends in empty ones may have
 * lost others.
 */
function withoutPadding({ cells, isRow }: Row, width: number): readonly Cell[] | null {
  const values = cells.filter(({ plain }) => plain !== '')
  if (values.length === width) return values
  const own = cells.slice(0, width)
  const isPadded = cells.slice(width).every(({ plain }) => plain === '')
  return own.length === width && isPadded && (isRow || own.at(-1)?.plain !== '') ? own : null
}

function blocksOf(cells: readonly Cell[]): readonly (readonly Cell[])[] | null {
  if (cells.length === 0 || cells.length % RESULTS.length !== 0) return null
  return Array.from({ length: cells.length / RESULTS.length }, (_, block) =>
    cells.slice(block * RESULTS.length, (block + 1) * RESULTS.length),
  )
}

/** The cells in the form's order, block by block. */
function inOrder(cells: readonly Cell[], orders: readonly Order[]): readonly Cell[] {
  let first = 0
  return orders.flatMap((order) => {
    const block = cells.slice(first, first + order.length)
    first += order.length
    return order.flatMap((_, place) => block[order.indexOf(place)] ?? [])
  })
}
