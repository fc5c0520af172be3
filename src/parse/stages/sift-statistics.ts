import { ROWS_SINCE_2014, STATISTICS_TABLE } from '../../domain/statistics-table.ts'
import type { Cell } from '../document.ts'
import type { Known, RowMeaning } from '../vocabulary.ts'
import { readNumber } from './read-number.ts'
import type { Row } from './row.ts'

/** Fewer rows tell nothing of a column of running numbers. */
const LEAST_NUMBERED = 6
/** Of so many pairs of rows in a hundred the second has the next number: titles between them can lack theirs. */
const NUMBERED = 0.8
/** A table without a row that only the form of 2014 has is that form where so many of its rows are the form's. */
const MOSTLY = 2 / 3

/**
 * The rows of all tables → the same, with those of the statistics table as the form of 2014 has them: without the column of running
 * numbers that some layouts put before or behind the labels; and with no known row where the table is another, of the years before the
 * form, whose rows sound like it and count otherwise.
 */
export function siftStatistics(rows: readonly Row[]): readonly Row[] {
  const statistics = rows.filter(({ table }) => table === 'STATISTICS')
  if (statistics.length === 0) return rows
  const running = runningNumbers(statistics)
  const isOther = !isFormOf2014(statistics)
  let isOnSuits = false
  return rows.flatMap((row) => {
    if (row.table !== 'STATISTICS') return [row]
    isOnSuits ||= isStatistics(row.known) && row.known.meaning.row.path === 'litigation.ALL.TOTAL'
    const cells = row.cells.filter((cell) => !running.has(cell))
    const known = isOther ? null : isOnSuits ? ofSuits(row.known) : row.known
    // A title's number was all that it had for a value.
    return known === null && cells.every(({ plain }) => plain === '') ? [] : [{ ...row, known, cells }]
  })
}

type Statistics = Known<RowMeaning & { readonly table: 'STATISTICS' }>

const isStatistics = (known: Row['known']): known is Statistics => known?.meaning.table === 'STATISTICS'

/** Some print 维持具体行政行为数 for suits, too: what follows their number is theirs. */
function ofSuits(known: Row['known']): Row['known'] {
  if (!isStatistics(known) || !known.meaning.row.path.startsWith('review.')) return known
  const path = known.meaning.row.path.replace('review', 'litigation.ALL')
  const row = STATISTICS_TABLE.find((one) => one.path === path)
  return row === undefined ? null : { meaning: { table: 'STATISTICS', row }, aliasOf: row.label }
}

function isFormOf2014(rows: readonly Row[]): boolean {
  const known = rows.filter((row) => row.known !== null)
  return known.some(isOf2014Only) || known.length >= rows.length * MOSTLY
}

function isOf2014Only({ known }: Row): boolean {
  return isStatistics(known) && known.aliasOf === null && ROWS_SINCE_2014.has(known.meaning.row.number)
}

/** 代码 behind the unit is the first number of its row; 序号 before the label is read as the last one of the row above. */
function runningNumbers(rows: readonly Row[]): ReadonlySet<Cell> {
  const first = rows.map(({ cells }) => cells.find(isCount))
  const last = rows.slice(0, -1).map(({ cells }) => cells.findLast(isCount))
  const running = [first, last].find(areRunning) ?? []
  return new Set(running.filter((cell) => cell !== undefined))
}

function areRunning(cells: readonly (Cell | undefined)[]): boolean {
  const pairs = cells.slice(1).map((cell, index) => [cells[index], cell] as const)
  const running = pairs.filter(
    ([one, next]) => one !== undefined && next !== undefined && countIn(next) === countIn(one) + 1,
  )
  return cells.length >= LEAST_NUMBERED && running.length >= pairs.length * NUMBERED
}

const isCount = ({ plain }: Cell) => /^\d{1,3}$/.test(plain)
const countIn = ({ plain }: Cell) => Number(readNumber(plain).value)
