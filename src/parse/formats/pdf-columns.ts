import { type Box, centreOf } from './pdf-geometry.ts'
import { isNumber, numbersOf, type Piece, type Strip } from './pdf-lines.ts'

/** In font sizes: columns stand further from each other than this. */
const COLUMN_GAP = 0.3
/** In font sizes: rows of one table are no further from each other, labels of several lines counted. */
const LARGEST_LEADING = 9
/** With fewer columns nothing can stand in the wrong one. */
const LEAST_COLUMNS = 2

/** From where to where the numbers of a column reach. */
interface Column {
  readonly left: number
  readonly right: number
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
function columnsOf(rows: readonly Strip[], head: Strip | undefined): Column[] | null {
  const size = Math.min(...rows.map((row) => row.size))
  const columns = clusters(
    rows.flatMap((row) => numbersOf(row).map(({ box }) => box)),
    size,
  )
  const most = Math.max(...rows.map((row) => numbersOf(row).length))
  const fits = rows.every((row) => {
    const taken = numbersOf(row).map(({ box }) => columns.findIndex((column) => holds(column, box)))
    return !taken.includes(-1) && new Set(taken).size === taken.length
  })
  if (!fits || most < columns.length) return null
  const headed = head === undefined ? null : withHeads(columns, head)
  // A row that stands alone tells nothing of columns that it leaves empty.
  if (headed === null && rows.length === 1) return null
  const whole = headed ?? columns
  return whole.length < LEAST_COLUMNS ? null : whole
}

function clusters(boxes: readonly Box[], size: number): Column[] {
  const columns: { left: number; right: number }[] = []
  for (const { left, right } of boxes.toSorted((one, other) => one.left - other.left)) {
    const last = columns.at(-1)
    if (last !== undefined && left - last.right < COLUMN_GAP * size) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

/** The columns by their heads, where each column of numbers stands below one of its own and other heads have none. */
function withHeads(columns: readonly Column[], { cells, isRow }: Strip): Column[] | null {
  const [, ...heads] = cells
  if (isRow || heads.length <= columns.length || heads.some(isNumber)) return null
  const below = columns.map(({ left, right }) => {
    const over = heads.filter(({ box }) => box.left < right && box.right > left)
    return over.length === 1 ? over[0] : undefined
  })
  if (below.includes(undefined) || new Set(below).size < columns.length) return null
  return heads.map((head) => columns[below.indexOf(head)] ?? head.box)
}

const holds = ({ left, right }: Column, box: Box) => centreOf(box) >= left && centreOf(box) <= right

function withEmptyCells(row: Strip, columns: readonly Column[]): Strip {
  const numbers = numbersOf(row)
  const labels = row.cells.slice(0, row.cells.length - numbers.length)
  const cells = columns.map(
    ({ left, right }): Piece =>
      numbers.find(({ box }) => holds({ left, right }, box)) ?? {
        text: '',
        box: { left, right, top: row.box.top, bottom: row.box.bottom },
      },
  )
  return { ...row, cells: [...labels, ...cells], isRow: true }
}
