import { CASE_RESULTS } from '../../domain/cases.ts'
import { ILLEGIBLE } from '../../domain/document-words.ts'
import { codesOf } from '../../domain/terms.ts'
import { type Cell, cellOf, type Line } from '../document.ts'
import { hasMarkOrLetters } from './is-number-gone-wrong.ts'
import { isLooseNumber } from './read-loose-number.ts'
import { isNumberCell } from './read-number.ts'
import type { OpenRow, Row } from './row.ts'

/** The form's columns: three blocks of results. */
const WIDTH = 3 * codesOf(CASE_RESULTS).length

/** The cells of the case table, whose one row has its heads for a label: values with the empty cells between them, and words. */
export class CaseCells {
  /** The words since the last values: the heads, however they are broken or written downwards. */
  #words = ''
  /** Empty cells that may stand between two values of their line. */
  #blanks: Cell[] = []
  /** Whether the last value stood in a row of a table. */
  #isInTable = false
  /** Whether the line has exactly the form's cells, so that the empty ones are among them. */
  #isWhole = false

  beginLine({ cells }: Line): void {
    this.#isWhole = cells.length === WIDTH
  }

  addBlank(cell: Cell): void {
    this.#blanks.push(cell)
  }

  isValue({ plain }: Cell): boolean {
    return isNumberCell(plain) || isLooseNumber(plain) || ILLEGIBLE.test(plain) || hasMarkOrLetters(plain)
  }

  /** The row with one more value. What stands outside tables behind values in one is none: a lone 无, a page number. */
  withValue(cell: Cell, open: OpenRow | null, isRow: boolean): OpenRow | null {
    if (!isRow && this.#isInTable) return open
    this.#isInTable = isRow
    const label = cellOf('', cell.at, cell.line)
    const row = open ?? { known: null, label, cells: [], unit: null, isRow, lines: new Set<number>() }
    // Empty cells before the first value of a line of text are indentation, where it has fewer cells than the form or more.
    if (isRow || this.#isWhole || row.lines.has(cell.line)) row.cells.push(...this.#blanks)
    this.#blanks = []
    row.isRow &&= isRow && (row.lines.size === 0 || row.lines.has(cell.line))
    row.cells.push(cell)
    row.lines.add(cell.line)
    return row
  }

  addWord(text: string): void {
    this.#blanks = []
    this.#words += text
  }

  /**
   * Empty cells behind the last value hold their columns in a row of a table, and in a line that has all cells of the form. A row of a table in which all cells are empty is given
   * back, with the words so far for its heads.
   */
  endLine({ isRow, number, cells, at, plain }: Line, open: OpenRow | null): readonly Row[] {
    if ((isRow || this.#isWhole) && open?.lines.has(number)) open.cells.push(...this.#blanks)
    this.#blanks = []
    if (!isRow || plain !== '') return []
    const label = cellOf('', at, number)
    return [{ table: 'CASES', known: null, label, cells, unit: null, isRow, heads: [], words: this.#words, below: [] }]
  }

  /** The words before the values that were read; they begin anew. */
  takeWords(): string {
    const words = this.#words
    this.#words = ''
    return words
  }
}
