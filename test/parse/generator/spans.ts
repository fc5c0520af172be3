import { APPLICATION_ROWS, type ApplicationRowTerm } from '../../../src/domain/application-rows.ts'
import { keyOf } from '../../../src/domain/figure-paths.ts'
import { isHeads, type PrintedCell, type PrintedRow, type PrintedTable } from './printed-report.ts'

/** A cell and the columns and rows that it takes. */
export interface SpannedCell {
  readonly cell: PrintedCell
  /** Its first column, counted from zero. */
  readonly from: number
  readonly columns: number
  readonly rows: number
}

/** A table with its merged cells: groups reach down over their rows, labels over the columns that no group takes. */
export function spanned({ rows }: PrintedTable): SpannedCell[][] {
  const labelColumns = 1 + Math.max(0, ...rows.flatMap((row) => row.map(({ depth = -1 }) => depth + 1)))
  const width = Math.max(labelColumns, ...rows.map((row) => row.filter((cell) => cell.kind !== 'GROUP').length))
  /** Rows that each column is still covered from above. */
  const covered: number[] = []
  return rows.map((row, index) => {
    const spans: SpannedCell[] = []
    let column = 0
    const place = (cell: PrintedCell, columns: number, down: number) => {
      spans.push({ cell, from: column, columns, rows: down })
      for (let taken = 0; taken < columns; taken += 1) covered[column + taken] = down
      column += columns
    }
    const pass = () => {
      while ((covered[column] ?? 0) > 0) column += 1
    }
    const isAlone = row.length === 1
    for (const cell of row) {
      pass()
      const { kind, depth = 0, columns = 1, rows: down = 1 } = cell
      if (isAlone) place(cell, columns > 1 ? columns : width, 1)
      else if (kind === 'HEAD') place(cell, columns, Math.min(down, headsFrom(rows, index)))
      else if (kind === 'GROUP') place(cell, Math.max(1, depth + 1 - column), rowsOfGroup(rows, index, depth))
      else if (kind === 'LABEL') place(cell, Math.max(1, labelColumns - column), 1)
      else place(cell, 1, 1)
    }
    for (let each = 0; each < covered.length; each += 1) covered[each] = Math.max(0, (covered[each] ?? 0) - 1)
    return spans
  })
}

function headsFrom(rows: readonly PrintedRow[], index: number): number {
  const next = rows.slice(index).findIndex((row) => !isHeads(row))
  return next < 0 ? rows.length - index : next
}

/** A group reaches to the row before the next group of its depth, or before a row that is not in it. */
function rowsOfGroup(rows: readonly PrintedRow[], index: number, depth: number): number {
  const group = groupOf(rows[index] ?? [])
  const others = rows.slice(index + 1)
  const next = others.findIndex(
    (row) =>
      row.some((cell) => cell.kind === 'GROUP' && (cell.depth ?? 0) <= depth) ||
      groupOf(row) === null ||
      (depth > 0 && groupOf(row) !== group),
  )
  return 1 + (next < 0 ? others.length : next)
}

/** The group of outcomes in which a row stands; null where it stands in none. */
function groupOf(row: PrintedRow): string | null {
  const path = row.find((cell) => cell.path !== undefined)?.path
  const key = path === undefined ? null : keyOf(path)
  if (key?.family === 'disclosure') return key.item === 'INSPECTION' || key.item === 'CONFIRMATION' ? 'OTHER' : null
  if (key?.family !== 'applications') return null
  const term: ApplicationRowTerm = APPLICATION_ROWS[key.row]
  return term.group ?? (key.row === 'HANDLED_TOTAL' ? key.row : null)
}
