import { APPLICANTS } from '../../domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow, type ApplicationRowTerm } from '../../domain/application-rows.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Cell } from '../document.ts'
import { type Aligned, alignCells, asItStands, type Columns } from './align-cells.ts'
import type { FigureSink } from './assign-figures.ts'
import { numberIn } from './read-loose-number.ts'
import { readNumber } from './read-number.ts'
import type { Row } from './row.ts'

const COLUMN_CODES = codesOf(APPLICANTS)
const WIDTH = COLUMN_CODES.length
/** 自然人 + five kinds of organizations = 总计. */
const IDENTITIES = [{ parts: COLUMN_CODES.slice(0, -1).map((_, column) => column), total: WIDTH - 1 }]

interface ApplicationsRow extends Row {
  readonly row: ApplicationRow
}

/** The rows of the applications table → figures: seven columns each, or as many of them as are beyond doubt. */
export function assignApplications(rows: readonly Row[], sink: FigureSink): void {
  const before = emptyColumnsBefore(rows)
  const named = rows.flatMap((row): ApplicationsRow[] =>
    row.known?.meaning.table === 'APPLICATIONS'
      ? [{ ...row, row: row.known.meaning.row, cells: withoutPadding(row, before) }]
      : [],
  )
  const totals = wholeRow(named.find(({ row }) => row === 'HANDLED_TOTAL'))
  const columnsOf = (row: ApplicationRow): Columns => {
    const term: ApplicationRowTerm = APPLICATION_ROWS[row]
    if (term.group === undefined || totals === null) return { width: WIDTH, identities: IDENTITIES }
    // An outcome cannot exceed the total of its column.
    return { width: WIDTH, identities: IDENTITIES, fits: (column, value) => value <= (totals[column] ?? Infinity) }
  }
  const addsUp = everyRowIsWhole(named) && columnsAddUp(named) && !(isPadded(rows) && hasNothingInFirst(named))
  // Empty cells between values show that the layout keeps them.
  const keepsEmpty = named.some(({ cells }) => hasEmptyCells(cells) && !isFilledUp(cells))
  // An empty cell behind each label can make up for a column that is left out: then the rows do not add up.
  const summed = named.filter(({ cells }) => cells.at(-1)?.plain !== '')
  const holding = summed.filter(({ row, cells }) => asItStands(cells, columnsOf(row), false) !== null)
  const isHeld = everyRowIsWhole(rows) && 2 * holding.length >= summed.length
  const hasColumns = keepsEmpty && (addsUp || isHeld)
  // Empty cells hold their columns open only if they do so in every row: some layouts leave one behind every label.
  const emptyCellsHold = named.every(
    ({ row, cells, isRow }) =>
      hasColumns ||
      (valuesOf(cells).length >= WIDTH && (isRow || cells.length === valuesOf(cells).length)) ||
      asItStands(cells, columnsOf(row), isRow) !== null,
  )
  const others = named.filter(({ cells, isRow }) => !isRow && valuesOf(cells).length !== WIDTH)
  const mostDiffer = 2 * others.length > named.length
  const table = { emptyCellsHold, hasColumns, addsUp, losesCells: losesCells(named), mostDiffer }
  for (const row of named) assignRow(row, columnsOf(row.row), table, sink)
}

/** Whether every row has exactly the form's cells, some of them empty: then a line of text is as good as a row of a table. */
function everyRowIsWhole(rows: readonly Row[]): boolean {
  return rows.length > 1 && rows.every(({ cells, label }) => cells.length === WIDTH && isOneLine(cells, label))
}

/** Whether rows have cells behind those of the form: empty ones, where its own are all there. */
const isPadded = (rows: readonly Row[]) => rows.some(({ cells }) => cells.length > WIDTH)

const hasNothingInFirst = (rows: readonly Row[]) => rows.every(({ cells }) => cells[0]?.plain === '')

/**
 * Whether the numbers of each column, as they stand, make the printed total of the column, and what came in is what was handled and what
 * is left: a row whose values stood in other columns would break that in two of them. A blank counts nothing here.
 */
function columnsAddUp(rows: readonly ApplicationsRow[]): boolean {
  const numbersIn = (some: readonly ApplicationsRow[]) =>
    COLUMN_CODES.map((_, column) =>
      some.reduce((sum, { cells }) => sum + Number(readNumber(cells[column]?.plain ?? '').value ?? 0), 0),
    )
  const of = (...codes: readonly ApplicationRow[]) => numbersIn(rows.filter(({ row }) => codes.includes(row)))
  const received = of('RECEIVED', 'CARRIED_IN')
  const handled = of('HANDLED_TOTAL')
  const [left, outcomes] = [of('HANDLED_TOTAL', 'CARRIED_OVER'), numbersIn(rows.filter(isOutcome))]
  return (
    handled.some((number) => number > 0) &&
    COLUMN_CODES.every((_, column) => received[column] === left[column]) &&
    // The totals of the outcomes are often left blank as a whole.
    COLUMN_CODES.every(
      (_, column) => outcomes[column] === handled[column] || (column === WIDTH - 1 && !outcomes[column]),
    )
  )
}

const isOutcome = ({ row }: ApplicationsRow) => {
  const term: ApplicationRowTerm = APPLICATION_ROWS[row]
  return term.group !== undefined
}

const isOneLine = (cells: readonly Cell[], label: Cell) => cells.every(({ line }) => line === label.line)

const hasEmptyCells = (cells: readonly Cell[]) => cells.some((cell) => cell.plain === '')

/** Whether all that is empty stands behind the last value: such a row may have lost cells and been filled up behind. */
function isFilledUp(cells: readonly Cell[]): boolean {
  const last = cells.findLastIndex((cell) => cell.plain !== '')
  return last >= 0 && cells.slice(0, last).every((cell) => cell.plain !== '')
}

/**
 * Whether the table has lost the cells that its rows miss: most rows have another number of values than the form has columns, and some
 * have more, which no blank cell brings about; and what is left of each ends with its total.
 */
function losesCells(rows: readonly ApplicationsRow[]): boolean {
  const values = rows.map(({ cells }) => valuesOf(cells).map((cell) => numberIn(cell.plain) ?? Number.NaN))
  const shorter = values.filter(({ length }) => length < WIDTH)
  return (
    values.some(({ length }) => length > WIDTH) &&
    2 * values.filter(({ length }) => length !== WIDTH).length > rows.length &&
    shorter.every((row) => row.slice(0, -1).reduce((sum, value) => sum + value, 0) === row.at(-1))
  )
}

/** How many columns stand empty between the labels and the values in every row of a table that has more columns than the form. */
function emptyColumnsBefore(rows: readonly Row[]): number {
  const longer = rows.filter(({ isRow, cells }) => isRow && cells.length > WIDTH)
  const leading = longer.map(({ cells }) =>
    Math.max(
      0,
      cells.findIndex((cell) => cell.plain !== ''),
    ),
  )
  const surplus = longer.map(({ cells }) => cells.length - WIDTH)
  return longer.length > 1 ? Math.min(...leading, ...surplus) : 0
}

/**
 * The cells up to the form's last column, when only empty ones follow: converters close each line of a table with bars. In a row that is
 * empty at both ends nothing tells which of them is too long.
 */
function withoutPadding({ cells, isRow }: Row, before: number): readonly Cell[] {
  const own = isRow && cells.length > WIDTH ? cells.slice(before) : cells
  const isPadded = own.slice(WIDTH).every((cell) => cell.plain === '')
  const isOpen = isRow && own.length > WIDTH && own[0]?.plain === ''
  return isPadded && !isOpen ? own.slice(0, WIDTH) : own
}

const valuesOf = (cells: readonly Cell[]) => cells.filter((cell) => cell.plain !== '')

/** The values of a row that has exactly the form's columns, and whose sum holds: nothing else is told by a total that is wrong itself. */
function wholeRow(row: Row | undefined): readonly number[] | null {
  const values = valuesOf(row?.cells ?? []).flatMap((cell) => numberIn(cell.plain) ?? [])
  const sum = values.slice(0, -1).reduce((all, value) => all + value, 0)
  return values.length === WIDTH && sum === values.at(-1) ? values : null
}

/** What the rows of a table together tell of each. */
interface TableOfRows {
  readonly emptyCellsHold: boolean
  readonly hasColumns: boolean
  readonly addsUp: boolean
  readonly losesCells: boolean
  /** Most rows have another number of values than the form has columns: one that has so many may have them by chance. */
  readonly mostDiffer: boolean
}

function assignRow(
  { row, label, cells, isRow }: ApplicationsRow,
  columns: Columns,
  { emptyCellsHold, hasColumns, addsUp, losesCells, mostDiffer }: TableOfRows,
  sink: FigureSink,
): void {
  const values = valuesOf(cells)
  const isCertain = isRow || (hasColumns && (addsUp || !(hasEmptyCells(cells) && isFilledUp(cells))))
  const standing = emptyCellsHold || isRow ? asItStands(cells, columns, isCertain) : null
  // What stands there may be of two rows, miss any of its cells, or end with the number of the row behind it.
  const isUnsure = mostDiffer && (values.length === WIDTH || !losesCells)
  const isInDoubt = standing === null && isUnsure && asItStands(values, columns, false) === null
  const aligned: Aligned = isInDoubt
    ? COLUMN_CODES.map(() => null)
    : (standing ?? alignCells(values, columns, losesCells))
  const pathAt = (column: number) => `applications.${row}.${COLUMN_CODES[column] ?? 'TOTAL'}` as const
  if (standing === null && (isInDoubt || values.length !== WIDTH)) {
    const doubtful = aligned.flatMap((cell, column) => (cell === null ? [pathAt(column)] : []))
    sink.note({
      code: 'row.cell-count',
      message:
        `Expected ${WIDTH} values in the row "${label.text}", got ${values.length}${isInDoubt ? ' in a table most of whose rows have another number of them' : ''}. ` +
        (doubtful.length === 0
          ? 'Every way to align them that the form allows gives the same values.'
          : `${doubtful.length} of its figures could not be told beyond doubt and were left out.`),
      paths: COLUMN_CODES.map((_, column) => pathAt(column)),
      raw: [label, ...cells].map(({ text }) => text).join('\t'),
      at: label.at,
    })
  }
  aligned.forEach((cell, column) => {
    if (cell !== null) sink.add(pathAt(column), cell)
  })
}
