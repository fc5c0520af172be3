import type { DisclosureMeasure } from '../../domain/disclosure-items.ts'
import type { Cell } from '../document.ts'
import type { Known, RowMeaning, Table } from '../vocabulary.ts'

/** A row of some table: its label and what stands behind it, not yet assigned to columns. */
export interface Row {
  readonly table: Table
  /** Null when the form has no such label, or has it twice and nothing tells which is meant; and in the case table. */
  readonly known: Known<RowMeaning> | null
  readonly label: Cell
  /** From left to right, with the empty cells of the same line. */
  readonly cells: readonly Cell[]
  /** Whether the cells stand in the columns of a table: see Line. */
  readonly isRow: boolean
  /** The unit cell, where the table has one; in a proactive-disclosure table the head of the amounts, which tells their unit. */
  readonly unit: Cell | null
  /** The column heads read last before the row, in a proactive-disclosure table. */
  readonly heads: readonly DisclosureMeasure[]
  /** The words between the values before and these, plain and without a break, in the case table. */
  readonly words: string
  /** What the lines below its label hold, up to the next words: each its value, or its empty cell. */
  readonly below: readonly Cell[]
}

/** A row whose end has not been read. */
export interface OpenRow {
  readonly known: Known<RowMeaning> | null
  label: Cell
  readonly cells: Cell[]
  unit: Cell | null
  isRow: boolean
  readonly lines: Set<number>
}

/** Fragments of a label, as one cell where the first of them stands. */
export function joinCells(cells: readonly Cell[]): Cell {
  const [first] = cells
  if (first === undefined) throw new RangeError('Expected at least one cell to join, got none.')
  const text = cells.map((cell) => cell.text).join('')
  return { ...first, text, plain: cells.map((cell) => cell.plain).join('') }
}
