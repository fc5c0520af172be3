import { UNITS } from '../../domain/units.ts'
import type { Cell } from '../document.ts'
import type { FigureSink } from './assign-figures.ts'
import { otherMoneyIn } from './read-figure.ts'
import type { StatisticsColumns } from './read-statistics-heads.ts'
import type { Row } from './row.ts'

/**
 * The rows of the 2014 statistics table → figures: one number each, with its unit. Where the table has more columns of numbers, its heads
 * tell which is the report's year's.
 */
export function assignStatistics(rows: readonly Row[], heads: StatisticsColumns | null, sink: FigureSink): void {
  const unitsMissing: Row[] = []
  const valueless: Row[] = []
  const read = heads === null ? null : readerOf(rows, heads)
  const columns = read === null ? Math.max(heads?.count ?? 1, columnsOf(rows)) : 1
  for (const row of rows) {
    if (row.known?.meaning.table !== 'STATISTICS') continue
    const { path, unit } = row.known.meaning.row
    const values = read === null ? valuesOf(row) : read(row)
    const [cell, ...more] = values.length === 0 && row.isRow && read === null ? row.cells.slice(-1) : values
    if (cell === undefined) {
      valueless.push(row)
      continue
    }
    if (more.length > 0 || columns > 1) {
      const which = columns > 1 ? ' in a table that has one column of them' : ''
      sink.note({
        code: 'row.cell-count',
        message: `Expected one number in the row "${row.label.text}"${which}, got ${Math.max(more.length + 1, columns)}. None was assigned.`,
        paths: [path],
        raw: [row.label, ...row.cells].map(({ text }) => text).join('\t'),
        at: row.label.at,
      })
      continue
    }
    if (row.unit === null) unitsMissing.push(row)
    else if (row.unit.plain !== UNITS[unit].label) {
      sink.note({
        code: 'unit.differs',
        message: `Expected the unit ${UNITS[unit].label} in the row "${row.label.text}", got "${row.unit.text}".`,
        paths: [path],
        raw: row.unit.text,
        at: row.unit.at,
      })
    }
    sink.add(path, cell, otherMoneyIn(row.unit?.plain ?? ''))
  }
  noteMissingUnits(unitsMissing, sink)
  noteValueless(valueless, sink)
}

/** More rows with several numbers are no mistakes. */
const MISTAKEN = 0.25

/** The cells that can hold the number; a remark beside it has no digit. */
function valuesOf(row: Row): readonly Cell[] {
  const printed = row.cells.filter(({ plain }) => plain !== '')
  const [only, ...more] = printed.filter(({ plain }) => /\d/.test(plain))
  return only !== undefined && more.length === 0 && printed[0] === only ? [only] : printed
}

/** A row → the number in the column of the report's year, or all that it has where it has not one for each column; null where no head tells. */
function readerOf(rows: readonly Row[], { count, own }: StatisticsColumns): ((row: Row) => readonly Cell[]) | null {
  if (own === null) return null
  // Outside the columns of a table, empty cells hold theirs where every row has all.
  const areWhole = rows.every((row) => row.cells.length === 0 || cellsBehindUnit(row).length === count)
  return (row) => {
    const cells = cellsBehindUnit(row)
    const printed = cells.filter(({ plain }) => plain !== '')
    const whole = printed.length === count ? printed : row.isRow || areWhole ? cells : []
    const cell = whole[own]
    return cell !== undefined && whole.length === count
      ? [cell]
      : printed.length === 1
        ? [...printed, ...printed]
        : printed
  }
}

/** The cells in the columns of numbers: an empty one before the unit is none. */
function cellsBehindUnit({ cells, unit }: Row): readonly Cell[] {
  if (unit?.at.kind !== 'TEXT') return cells
  const { line, column } = unit.at
  return cells.filter(({ at }) => at.kind !== 'TEXT' || at.line !== line || at.column > column)
}

/**
 * How many columns of numbers the table has: this year's and the last, or all years'. A single number may then stand in either. Mistakes
 * put a second number into few rows.
 */
function columnsOf(rows: readonly Row[]): number {
  const counts = rows.map((row) => valuesOf(row).length).filter((count) => count > 0)
  return counts.filter((count) => count > 1).length > counts.length * MISTAKEN ? Math.max(...counts) : 1
}

/** Labels without a number, where no column of a table says that it is blank: it may be lost. */
function noteValueless(rows: readonly Row[], sink: FigureSink): void {
  const [first, ...others] = rows
  if (first === undefined) return
  sink.note({
    code: 'row.missing',
    message: `Expected a number in each row of the statistics table, found none in "${first.label.text}"${others.length > 0 ? ` and ${others.length} more` : ''}.`,
    paths: pathsOf(rows),
    raw: first.label.text,
    at: first.label.at,
  })
}

const pathsOf = (rows: readonly Row[]) =>
  rows.flatMap(({ known }) => (known?.meaning.table === 'STATISTICS' ? [known.meaning.row.path] : []))

/** One note for the table, not one a row: the column is empty as a whole. */
function noteMissingUnits(rows: readonly Row[], sink: FigureSink): void {
  const [first] = rows
  if (first === undefined) return
  sink.note({
    code: 'unit.missing',
    message: `Expected a unit in each row of the statistics table, got none in ${rows.length}. The form's units are taken.`,
    paths: pathsOf(rows),
    raw: null,
    at: first.label.at,
  })
}
