import { type Box, centreOf } from './pdf-geometry.ts'
import { isNumber, numbersOf, type Piece, type Strip } from './pdf-lines.ts'

/** In font sizes: columns stand further from each other than this. */
const COLUMN_GAP = 0.3
/** In font sizes: edges at which numbers are aligned lie within the one, and those of two columns further apart than the other. */
const EDGE_SPREAD = 0.7
const EDGE_GAP = 1.2
/** In font sizes: rows of one table are no further from each other, labels of several lines counted. */
const LARGEST_LEADING = 9
/** With fewer columns nothing can stand in the wrong one. */
const LEAST_COLUMNS = 2

/** From where to where the numbers of a column reach, or one of their edges. */
interface Column {
  readonly left: number
  readonly right: number
}

/** Columns from left to right, and by which place of its box a number is found in one. */
interface Columns {
  readonly places: readonly Column[]
  readonly at: (box: Box) => number
}

/**
 * Rows of a table without ruling lines, with an empty cell in each column in which other rows have a number and they have none. The
 * columns are where the numbers stand below each other; rows stay as they are where that is not beyond doubt.
 *
 *     1.属于国家秘密     3   0   0        →  1.属于国家秘密 │ 3 │ 0 │ 0
 *     2.属于行政执法案卷     5   1           2.属于行政执法案卷 │   │ 5 │ 1
 */
export function alignColumns(strips: readonly Strip[]): Strip[] {
  const aligned = new Map<Strip, Strip>()
  for (const { rows, head } of tablesIn(strips)) {
    const columns = columnsOf(rows, head)
    if (columns === null) continue
    for (const row of rows) aligned.set(row, withEmptyCells(row, columns))
  }
  return strips.map((strip) => aligned.get(strip) ?? strip)
}

interface UnruledTable {
  readonly rows: Strip[]
  /** The line above the rows. */
  readonly head: Strip | undefined
}

/** Rows of numbers with nothing between them but labels to their left. */
function tablesIn(strips: readonly Strip[]): UnruledTable[] {
  const tables: UnruledTable[] = []
  let open: UnruledTable | undefined
  let last: Strip | undefined
  for (const strip of strips) {
    const isRow = !strip.isRow && numbersOf(strip).length > 0 && numbersOf(strip).length < strip.cells.length
    if (isRow) {
      const before = open?.rows.at(-1)
      if (open === undefined || before === undefined || isFar(before, strip)) {
        open = { rows: [], head: last }
        tables.push(open)
      }
      open.rows.push(strip)
    } else if (open !== undefined && (strip.isRow || reachesInto(strip, open.rows))) open = undefined
    last = strip
  }
  return tables
}

const isFar = (row: Strip, next: Strip) => next.box.top - row.box.bottom > LARGEST_LEADING * row.size

/** Whether a line stands below the numbers, as heads and text do, and not only left of them, as labels do. */
function reachesInto({ box }: Strip, rows: readonly Strip[]): boolean {
  const left = Math.min(...rows.flatMap((row) => numbersOf(row).map((number) => number.box.left)))
  return box.right > left
}

/** The columns in which the numbers stand; null when they are not clearly apart, or no row has a number in each. */
function columnsOf(rows: readonly Strip[], head: Strip | undefined): Columns | null {
  const columns = READINGS.map((read) => read(rows)).find((read) => isCertain(read, rows))
  if (columns === undefined) return null
  const headed = head === undefined ? null : withHeads(columns, head)
  // A row that stands alone tells nothing of columns that it leaves empty.
  if (headed === null && rows.length === 1) return null
  const whole = headed ?? columns
  return whole.places.length < LEAST_COLUMNS ? null : whole
}

/** Whether each number of a row stands in a column of its own, and some row has one in each. */
function isCertain({ places, at }: Columns, rows: readonly Strip[]): boolean {
  const most = Math.max(...rows.map((row) => numbersOf(row).length))
  const fits = rows.every((row) => {
    const taken = numbersOf(row).map(({ box }) => places.findIndex((place) => holds(place, at(box))))
    return !taken.includes(-1) && new Set(taken).size === taken.length
  })
  return fits && most === places.length
}

/** By the room that the numbers take, or, where long ones reach into other columns, by one of the edges at which they are aligned. */
const READINGS: readonly ((rows: readonly Strip[]) => Columns)[] = [
  (rows) => ({ places: clusters(boxesOf(rows), COLUMN_GAP * sizeOf(rows)), at: centreOf }),
  ...[({ right }: Box) => right, centreOf, ({ left }: Box) => left].map((at) => (rows: readonly Strip[]) => {
    const points = boxesOf(rows).map((box) => ({ left: at(box), right: at(box) }))
    const places = clusters(points, EDGE_GAP * sizeOf(rows))
    const areEdges = places.every(({ left, right }) => right - left <= EDGE_SPREAD * sizeOf(rows))
    return { places: areEdges ? places : [], at }
  }),
]

const boxesOf = (rows: readonly Strip[]) => rows.flatMap((row) => numbersOf(row).map(({ box }) => box))
const sizeOf = (rows: readonly Strip[]) => Math.min(...rows.map(({ size }) => size))

function clusters(stretches: readonly Column[], gap: number): Column[] {
  const columns: { left: number; right: number }[] = []
  for (const { left, right } of stretches.toSorted((one, other) => one.left - other.left)) {
    const last = columns.at(-1)
    if (last !== undefined && left - last.right < gap) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

/** The columns by their heads, where each column of numbers stands below one of its own and other heads have none. */
function withHeads({ places, at }: Columns, { cells, isRow }: Strip): Columns | null {
  const [, ...heads] = cells
  if (isRow || heads.length <= places.length || heads.some(isNumber)) return null
  const below = places.map(({ left, right }) => {
    const over = heads.filter(({ box }) => box.left <= right && box.right >= left)
    return over.length === 1 ? over[0] : undefined
  })
  if (below.includes(undefined) || new Set(below).size < places.length) return null
  return { places: heads.map((head) => places[below.indexOf(head)] ?? head.box), at }
}

const holds = ({ left, right }: Column, place: number) => place >= left && place <= right

function withEmptyCells(row: Strip, { places, at }: Columns): Strip {
  const numbers = numbersOf(row)
  const labels = row.cells.slice(0, row.cells.length - numbers.length)
  const cells = places.map(
    ({ left, right }): Piece =>
      numbers.find(({ box }) => holds({ left, right }, at(box))) ?? {
        text: '',
        box: { left, right, top: row.box.top, bottom: row.box.bottom },
      },
  )
  return { ...row, cells: [...labels, ...cells], isRow: true }
}
