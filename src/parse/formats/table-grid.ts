import { type Cell, cellOf } from '../document.ts'
import { isNumberCell } from '../stages/read-number.ts'

/** A cell of a table, and how many columns and rows it takes. */
export interface SpanningCell {
  readonly cell: Cell
  readonly columns: number
  readonly rows: number
}

/** What stands above a column and reaches down into the rows that follow. */
interface Above {
  readonly cell: Cell
  rows: number
}

/** No form has so many columns; cells are not spread over more. */
const MOST_COLUMNS = 64

/**
 * The rows of a table as they are written → its rows as they are seen. A label stands where it begins, and the other places that it
 * covers are left out, as plain text does; a number or an empty cell holds each of its places open, so that nothing behind it moves
 * into a column that is not its own.
 */
export class TableGrid {
  readonly #above: (Above | undefined)[] = []

  /** The cells of the next row, with an empty one for each place that is held open; `line` is the number of the row's line. */
  next(written: readonly SpanningCell[], line: number): Cell[] {
    const seen: Cell[] = []
    const holdOpen = ({ cell }: { readonly cell: Cell }) => {
      if (holdsItsPlaces(cell)) seen.push(cellOf('', cell.at, line))
    }
    let column = 0
    for (const spanning of written) {
      column = this.#pass(column, holdOpen)
      seen.push(spanning.cell)
      const width = Math.min(spanning.columns, MOST_COLUMNS)
      for (let place = 0; place < width; place += 1, column += 1) {
        if (place > 0) holdOpen(spanning)
        if (column < MOST_COLUMNS) this.#above[column] = { cell: spanning.cell, rows: spanning.rows - 1 }
      }
    }
    while (column < this.#above.length) {
      column = this.#pass(column, holdOpen) + 1
    }
    return seen
  }

  /** The first column, from this one on, into which nothing reaches from above. */
  #pass(from: number, covered: (above: Above) => void): number {
    let column = from
    for (let above = this.#above[column]; above !== undefined && above.rows > 0; above = this.#above[column]) {
      above.rows -= 1
      covered(above)
      column += 1
    }
    return column
  }
}

function holdsItsPlaces({ plain }: Cell): boolean {
  return plain === '' || isNumberCell(plain)
}
