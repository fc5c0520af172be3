import { APPLICANTS } from '../../domain/applicants.ts'
import { CASE_RESULTS } from '../../domain/cases.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Cell } from '../document.ts'
import { readNumber } from './read-number.ts'
import type { Row } from './row.ts'

/** The rows of a document, and its labels without values. */
interface Collected {
  readonly rows: readonly Row[]
  readonly valueless: readonly Row[]
}

/** Where the cells of a row stand below its label: that of the first column, and how many lines each takes. */
interface Pitch {
  readonly first: number
  readonly step: number
}

const APPLICATION_COLUMNS = codesOf(APPLICANTS).length
const CASE_COLUMNS = 3 * codesOf(CASE_RESULTS).length
/** No layout gives a cell more lines. */
const MOST_LINES = 6

/**
 * Rows with one cell a line, empty ones too → the same, with the empty cells in their columns. That a table is laid out so is known only
 * where its rows all take as many lines, however many values they print: a layout that drops empty cells, or gives them fewer lines, has
 * shorter rows where less is printed. And the lines of the values must leave a single way to lay the form's columns on them. What the
 * applications table proves holds for the other tables of the document.
 */
export function holdColumns(rows: readonly Row[], valueless: readonly Row[]): Collected {
  const all = [...rows, ...valueless].sort((one, other) => one.label.line - other.label.line)
  const named = all.filter(({ known }) => known !== null)
  const applications = named.filter(({ table }) => table === 'APPLICATIONS')
  const pitch = pitchOf(applications, APPLICATION_COLUMNS)
  const held = new Map<Row, Row>()
  const hold = (row: Row, at: Pitch | null, width: number) => {
    const cells = at === null ? null : columnsOf(row, at, width)
    // A single row proves nothing by itself: the case table has to add up, too, as a line of text has.
    if (cells !== null) held.set(row, { ...row, cells, isRow: row.table !== 'CASES' })
  }
  const last = applications.findLast(({ cells }) => valuesIn(cells).length > 0)
  for (const row of applications) hold(row, row === last && !addsUp(row, pitch) ? null : pitch, APPLICATION_COLUMNS)
  // A table without any total has no column of totals: then its blank cells are those of other columns.
  const hasTotals = [...held.values()].some(({ cells }) => cells.at(-1)?.plain !== '')
  if (!hasTotals) held.clear()
  for (const [width, group] of byWidth(named.filter(({ table }) => table === 'DISCLOSURE'))) {
    const own = pitch ?? pitchOf(group, width)
    for (const row of group) hold(row, own, width)
  }
  const [cases, ...others] = rows.filter(({ table }) => table === 'CASES')
  if (pitch !== null && cases !== undefined && others.length === 0) {
    // A line to spare would leave open which cells it stands between.
    const spare = cases.below.length - (pitch.first + pitch.step * (CASE_COLUMNS - 1) + 1)
    if (spare < pitch.step) hold(cases, pitch, CASE_COLUMNS)
  }
  return { rows: rows.map((row) => held.get(row) ?? row), valueless: valueless.map((row) => held.get(row) ?? row) }
}

/** The rows under as many heads. */
function byWidth(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.heads.length)
    if (group === undefined) groups.set(row.heads.length, [row])
    else group.push(row)
  }
  return groups
}

const isEmpty = (cell: Cell) => cell.plain === ''
const valuesIn = (cells: readonly Cell[]) => cells.filter((cell) => !isEmpty(cell))

/** Whether each line below the label holds one cell, and the values of the row are those. */
function hasOneCellALine({ cells, below }: Row): boolean {
  const from = below[0]?.line ?? 0
  const values = valuesIn(below)
  const printed = valuesIn(cells)
  return (
    below.every(({ line }, place) => line === from + place) &&
    values.length === printed.length &&
    values.every((cell, place) => cell === printed[place])
  )
}

/** Whether an empty cell stands between two values: a row that lost its empty cells can be filled up behind, but not within. */
function hasEmptyAmong(below: readonly Cell[]): boolean {
  const first = below.findIndex((cell) => !isEmpty(cell))
  return below
    .slice(
      first,
      below.findLastIndex((cell) => !isEmpty(cell)),
    )
    .some(isEmpty)
}

/** The places below the label at which some row prints a value. */
const placesIn = (rows: readonly Row[]) => [
  ...new Set(rows.flatMap(({ below }) => below.flatMap((cell, place) => (isEmpty(cell) ? [] : [place])))),
]

/** The pitch of a table; null where its rows do not prove that it has one, or leave more than one. */
function pitchOf(rows: readonly Row[], width: number): Pitch | null {
  const printed = rows.filter(({ cells }) => valuesIn(cells).length > 0)
  const length = printed[0]?.below.length ?? 0
  if (!printed.every(hasOneCellALine) || length > (width + 1) * MOST_LINES) return null
  // What follows the last row of a table is not a row.
  const followed = printed.length > 1 ? printed.slice(0, -1) : printed
  if (followed.some(({ below }) => below.length !== length)) return null
  const counts = rows.flatMap(({ below }) => (below.length === length ? [valuesIn(below).length] : []))
  if (new Set(counts).size < 2 || !rows.some(({ below }) => hasEmptyAmong(below))) return null
  const places = placesIn(printed)
  const steps = Array.from({ length: MOST_LINES }, (_, index) => index + 1)
  const [only, ...others] = steps.flatMap((step) => pitchesAt(step, { length, width, places }))
  return others.length > 0 ? null : (only ?? null)
}

interface Lines {
  readonly length: number
  readonly width: number
  readonly places: readonly number[]
}

/** The pitches of so many lines a cell with which the columns stand within the row and its values in columns. */
function pitchesAt(step: number, { length, width, places }: Lines): readonly Pitch[] {
  const firsts = Array.from({ length: Math.max(0, length - step * (width - 1)) }, (_, first) => ({ first, step }))
  return firsts.filter((pitch) => fits(places, pitch, width))
}

const fits = (places: readonly number[], { first, step }: Pitch, width: number) =>
  places.every((place) => {
    const column = (place - first) / step
    return Number.isInteger(column) && column >= 0 && column < width
  })

/** Whether the row prints its total, and its values add up to it: the last row of a table has no next to tell how long it is. */
function addsUp(row: Row, pitch: Pitch | null): boolean {
  const cells = pitch === null ? null : columnsOf(row, pitch, APPLICATION_COLUMNS)
  const numbers = (cells ?? []).map(({ plain }) => Number(readNumber(plain).value ?? 0))
  const total = cells?.at(-1)
  return (
    total !== undefined &&
    !isEmpty(total) &&
    numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1)
  )
}

/** The cells of the columns, empty ones too; null where the lines below the label are not as the pitch has them. */
function columnsOf(row: Row, pitch: Pitch, width: number): readonly Cell[] | null {
  const { first, step } = pitch
  const reaches = row.below.length > first + step * (width - 1)
  if (width === 0 || !reaches || !hasOneCellALine(row) || !fits(placesIn([row]), pitch, width)) return null
  return row.below.slice(first).filter((_, place) => place % step === 0 && place < step * width)
}
