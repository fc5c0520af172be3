import { RUNNING_NUMBER_HEAD } from '../../domain/document-words.ts'
import type { Locator } from '../../domain/locator.ts'
import { type Cell, cellOf, type Document, type Line } from '../document.ts'
import { isUnit, measureNamed, rowsNamed, type Table } from '../vocabulary.ts'
import { isNumberCell } from './read-number.ts'
import { tableOpenedBy } from './table-opening.ts'

/** Fewer numbers that run on tell nothing where no head says what they are. */
const LEAST_NUMBERED = 6
/** So many of the rows with values have a number that runs on: a label that is broken is not seen. */
const NUMBERED = 0.8

/** Rows behind each other that are not seen, for their labels are broken. */
const MOST_UNSEEN = 3

const COUNT = /^\d{1,3}$/
/** A count before a label in the same cell: 3 三、本年度办理结果. Without a space the label has no digit first. */
const COUNT_BEFORE_WORDS = /^\s*(\d{1,3})(?:\s+(?=\S)|(?=[^\s\d.,、)）．:]))/u

/** A number that stands where a running number would. */
interface Numbered {
  readonly cell: Cell
  readonly count: number
  /** Whether words follow it in its cell. */
  readonly isGlued: boolean
}

/** Which of the numbers around the label of a row is meant. */
type NumberOf = (row: LabelledRow) => Numbered | null

/** A row of a form, by its label. */
interface LabelledRow {
  readonly table: Table
  /** The nearest number before the label, with only words between, and the one right behind it. */
  readonly before: Numbered | null
  readonly behind: Numbered | null
  /** Whether heads stand between it and the row before, and whether one of them is that of such numbers. */
  readonly isFirst: boolean
  readonly isHeaded: boolean
}

/**
 * The lines without the column of running numbers (序号) that some layouts put before the labels of a table, between them and those of
 * their groups, or behind them: it would be taken for values. What runs on from row to row is such a column.
 */
export function dropRunningNumbers(document: Document): Document {
  const rows = labelledRows(document)
  const running = new Map<Cell, Numbered>()
  for (const all of Map.groupBy(rows, ({ table }) => table).values()) {
    // Words of a label are heads of columns, too.
    const own = all.filter(({ before, behind }) => before !== null || behind !== null)
    const isHeaded = all.some((row) => row.isHeaded)
    const read = [({ before }: LabelledRow) => before, ({ behind }: LabelledRow) => behind]
    const column = read.map((numberOf) => chainOf(own, numberOf)).find((chain) => isCertain(chain, own, isHeaded))
    for (const numbered of column ?? []) running.set(numbered.cell, numbered)
  }
  if (running.size === 0) return document
  const lines = document.lines.map((line): Line => {
    const cells = line.cells.flatMap((cell) => {
      const numbered = running.get(cell)
      if (numbered === undefined) return [cell]
      return numbered.isGlued ? [withoutCount(cell)] : []
    })
    return cells.length === line.cells.length && !line.cells.some((cell) => running.has(cell))
      ? line
      : { ...line, cells }
  })
  return { ...document, lines }
}

function labelledRows({ lines }: Document): readonly LabelledRow[] {
  const rows: LabelledRow[] = []
  let before: Numbered | null = null
  let isFirst = true
  let isHeaded = false
  let labelled: Omit<LabelledRow, 'behind'> | null = null
  const close = (behind: Numbered | null) => {
    if (labelled !== null) rows.push({ ...labelled, behind })
    labelled = null
  }
  for (const { cells } of lines) {
    for (const cell of cells) {
      // A unit stands between a label and its number.
      if (cell.plain === '' || isUnit(cell.plain)) continue
      const last = rows.at(-1)?.table ?? null
      if (isNumberCell(cell.plain)) {
        const numbered = COUNT.test(cell.plain) ? { cell, count: Number(cell.plain), isGlued: false } : null
        close(numbered)
        before = numbered
        continue
      }
      close(null)
      isHeaded ||= RUNNING_NUMBER_HEAD.test(cell.plain)
      isFirst ||= tableOpenedBy(cell.plain, last) !== null || measureNamed(cell.plain) !== undefined
      const glued = gluedCount(cell)
      before = glued ?? before
      const tables = tablesOf(glued === null ? cell.plain : withoutCount(cell).plain)
      const table = tables.find((one) => one === last) ?? tables[0] ?? null
      if (table === null) continue
      labelled = { table, before, isFirst, isHeaded }
      before = null
      isFirst = false
      isHeaded = false
    }
  }
  close(null)
  return rows
}

const tablesOf = (label: string): readonly Table[] => rowsNamed(label).map(({ meaning }) => meaning.table)

/** A count before words in the same cell, unless it may be the number of the label's own. */
function gluedCount(cell: Cell): Numbered | null {
  const [found = '', count] = COUNT_BEFORE_WORDS.exec(cell.text) ?? []
  const isApart = /\s$/u.test(found) && tablesOf(withoutCount(cell).plain).length > 0
  if (count === undefined || !(isApart || tablesOf(cell.plain).length === 0)) return null
  return { cell, count: Number(count), isGlued: true }
}

function withoutCount(cell: Cell): Cell {
  const cut = COUNT_BEFORE_WORDS.exec(cell.text)?.[0].length ?? 0
  const at: Locator = cell.at.kind === 'TEXT' ? { ...cell.at, column: cell.at.column + cut } : cell.at
  return cellOf(cell.text.slice(cut), at, cell.line)
}

/** The longest chain of numbers that begins in one of the first rows. */
function chainOf(rows: readonly LabelledRow[], numberOf: NumberOf): readonly Numbered[] {
  const chains = Array.from({ length: MOST_UNSEEN + 1 }, (_, first) => chainFrom(rows.slice(first), numberOf))
  return chains.reduce((longest, chain) => (chain.length > longest.length ? chain : longest))
}

/** The numbers of the rows that run on from one to the next, or begin anew with a table; those of other rows are passed over. */
function chainFrom(rows: readonly LabelledRow[], numberOf: NumberOf): readonly Numbered[] {
  const chain: Numbered[] = []
  for (const [index, row] of rows.entries()) {
    const numbered = numberOf(row)
    const next = rows[index + 1]
    if (numbered === null) continue
    const step = numbered.count - (chain.at(-1)?.count ?? numbered.count - 1)
    const nextStep = next === undefined ? 0 : (numberOf(next)?.count ?? 0) - numbered.count
    const follows = step === 1 || (isStep(step) && isStep(nextStep))
    if (!follows && !(numbered.count === 1 && row.isFirst)) continue
    // Before the label of a group stands the last value of the row above it, which can be the very number of the group's first row.
    const isOfGroup = next !== undefined && row.behind === null && nextStep === 0
    if (!isOfGroup) chain.push(numbered)
  }
  return chain
}

/** Whether a number can follow another, with rows between that are not seen. */
const isStep = (step: number) => step > 0 && step <= MOST_UNSEEN + 1

/** Whether so many rows have a number of the chain that it can be nothing but a column: where its head is printed, all that have values. */
function isCertain(chain: readonly Numbered[], rows: readonly LabelledRow[], isHeaded: boolean): boolean {
  const withValues = rows.filter(({ behind }) => behind !== null).length
  const isLong = chain.length >= LEAST_NUMBERED && chain.length >= withValues * NUMBERED
  return isLong || (isHeaded && chain.length > 0 && chain.length >= withValues)
}
