import type { Cell } from '../document.ts'
import type { OpenRow } from './row.ts'

/** Where the rows of a table have their values, beside their labels or below, and so whether a value is that of the row before it. */
export class ValuePlaces {
  /** Rows of the table so far whose values begin in the line of their label, and others. */
  #together = 0
  #apart = 0
  /** Whether a page mark stands before the value that is read. */
  #isBehindPageMark = false

  beginTable(): void {
    this.#together = 0
    this.#apart = 0
  }

  passPageMark(): void {
    this.#isBehindPageMark = true
  }

  passValue(): void {
    this.#isBehindPageMark = false
  }

  /** A row of the table has been read, with values. */
  addRow({ label, cells }: Pick<OpenRow, 'label' | 'cells'>): void {
    if (cells.find((cell) => cell.plain !== '')?.line === label.line) this.#together += 1
    else this.#apart += 1
  }

  /**
   * Whether a value stands in a row of its own below that of the label, where the other rows have theirs beside the label, and no page
   * ends between: it is that of a row that has lost its label.
   */
  isOfAnotherRow(cell: Cell, open: OpenRow | null, isRow: boolean): boolean {
    if (open === null || open.lines.has(cell.line) || this.#isBehindPageMark) return false
    const isPrinted = open.cells.some(({ plain: text }) => text !== '')
    if (!isPrinted && open.cells.length > 1) return true
    // Where values stand beside the label already, the first row of a table tells it, too.
    return open.isRow && this.isApartFrom(open.label.line, cell, isRow, isPrinted)
  }

  /** Whether a value stands in a row of a table without the label before it, where others have theirs beside the label. */
  isApartFrom(label: number | undefined, { line }: Cell, isRow: boolean, isTold = false): boolean {
    const areTogether = this.#together + (isTold ? 1 : 0) > 2 * this.#apart
    return isRow && line !== label && !this.#isBehindPageMark && areTogether
  }
}
