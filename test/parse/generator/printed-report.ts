import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Form } from '../../../src/domain/forms.ts'
import type { PrintedTitle } from './random-title.ts'

// A report as its author sees it: tables of cells, before any layout has laid hands on it.

/** What a cell is for. */
export type CellKind = 'LABEL' | 'GROUP' | 'HEAD' | 'UNIT' | 'VALUE'

export interface PrintedCell {
  readonly kind: CellKind
  /** A line break is one that the cell itself has. */
  readonly text: string
  /** The figure that the cell prints. */
  readonly path?: FigurePath
  /** The columns and rows that a head takes on the form. */
  readonly columns?: number
  readonly rows?: number
  /** In how many other groups the rows of a group stand. */
  readonly depth?: number
}

export type PrintedRow = readonly PrintedCell[]

export interface PrintedTable {
  readonly rows: readonly PrintedRow[]
}

export interface PrintedReport {
  readonly form: Form
  readonly title: PrintedTitle
  /** Paragraphs and tables in reading order. */
  readonly blocks: readonly (string | PrintedTable)[]
  /** What each cell states: a number in plain digits, null where it is blank, UNREADABLE where it cannot be told. */
  readonly figures: ReadonlyMap<FigurePath, string | null | 'UNREADABLE'>
}

export const isTable = (block: string | PrintedTable): block is PrintedTable => typeof block !== 'string'

export const isHeads = (row: PrintedRow) => row.every(({ kind }) => kind === 'HEAD')

/** The report with other rows in its tables. */
export function mapRows(report: PrintedReport, change: (row: PrintedRow) => readonly PrintedRow[]): PrintedReport {
  return mapTables(report, ({ rows }) => [{ rows: rows.flatMap(change) }])
}

/** The report with other tables. */
export function mapTables(
  report: PrintedReport,
  change: (table: PrintedTable) => readonly (PrintedTable | string)[],
): PrintedReport {
  const blocks = report.blocks.flatMap((block) => (isTable(block) ? change(block) : [block]))
  return { ...report, blocks }
}

/** The report with other cells. */
export function mapCells(report: PrintedReport, change: (cell: PrintedCell) => readonly PrintedCell[]): PrintedReport {
  return mapRows(report, (row) => [row.flatMap(change)])
}

/** The report with all that it prints, title and paragraphs too, in other characters. */
export function mapText(
  report: PrintedReport,
  change: (text: string, kind: CellKind | 'PARAGRAPH') => string,
): PrintedReport {
  const cells = mapCells(report, (cell) => [{ ...cell, text: change(cell.text, cell.kind) }])
  const blocks = cells.blocks.map((block) => (isTable(block) ? block : change(block, 'PARAGRAPH')))
  return { ...cells, title: { ...report.title, text: change(report.title.text, 'PARAGRAPH') }, blocks }
}

/** The report without some of its figures, once their cells are gone. */
export function withoutFigures(report: PrintedReport, isGone: (path: FigurePath) => boolean): PrintedReport {
  return { ...report, figures: new Map([...report.figures].filter(([path]) => !isGone(path))) }
}
