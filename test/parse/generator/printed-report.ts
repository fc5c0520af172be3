import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Form } from '../../../src/domain/forms.ts'

// A report as its author sees it: tables of cells, before any layout has laid hands on it.

/** What a cell is for. */
export type CellKind = 'LABEL' | 'GROUP' | 'HEAD' | 'UNIT' | 'VALUE'

export interface PrintedCell {
  readonly kind: CellKind
  readonly text: string
  /** The figure that the cell prints. */
  readonly path?: FigurePath
}

export type PrintedRow = readonly PrintedCell[]

export interface PrintedTable {
  readonly rows: readonly PrintedRow[]
}

export interface PrintedReport {
  readonly form: Form
  readonly title: string
  /** Paragraphs and tables in reading order. */
  readonly blocks: readonly (string | PrintedTable)[]
  /** What each cell states: a number in plain digits, null where it is blank, UNREADABLE where it cannot be told. */
  readonly figures: ReadonlyMap<FigurePath, string | null | 'UNREADABLE'>
}

export const isTable = (block: string | PrintedTable): block is PrintedTable => typeof block !== 'string'

/** The report with other rows in its tables. */
export function mapRows(report: PrintedReport, change: (row: PrintedRow) => readonly PrintedRow[]): PrintedReport {
  const blocks = report.blocks.map((block) => (isTable(block) ? { rows: block.rows.flatMap(change) } : block))
  return { ...report, blocks }
}
