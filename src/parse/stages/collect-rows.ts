import { ILLEGIBLE, LABEL_OPENING, OUTLINE_NUMBER } from '../../domain/document-words.ts'
import { type Cell, cellOf, type Document, type Line } from '../document.ts'
import { plain } from '../plain.ts'
import {
  isColumnHead,
  isUnit,
  type Known,
  measureNamed,
  normaliseLabel,
  type RowMeaning,
  rowsNamed,
  type Table,
} from '../vocabulary.ts'
import { CaseCells } from './case-cells.ts'
import { withoutValue } from './glued-value.ts'
import { isChapterHeading } from './is-chapter-heading.ts'
import {
  goesOnInBrackets,
  isAmongNumbers,
  isBehindNumeral,
  isMarkedNumber,
  isNumberGoneWrong,
} from './is-number-gone-wrong.ts'
import { isPageMark } from './is-page-mark.ts'
import { isSentence } from './is-sentence.ts'
import { LabelFragments, labelOf } from './label-fragments.ts'
import { MeasureHeads } from './measure-heads.ts'
import { isNumberCell } from './read-number.ts'
import { joinCells, type OpenRow, type Row } from './row.ts'
import { settleRows } from './settle-rows.ts'
import { StatisticsParts } from './statistics-parts.ts'
import { isHead, opensItsTable, tableOpenedBy } from './table-opening.ts'
import { unfoldHalves } from './unfold-halves.ts'
import { ValuePlaces } from './value-places.ts'

/** The rows of all tables in reading order, and the numbers of the lines that they took. */
export interface CollectedRows {
  readonly rows: readonly Row[]
  readonly lines: ReadonlySet<number>
}

/** Such a line behind heads closes their row: the bars stand for what they cover of other columns. */
const SEVERAL_BARS = /[|｜]\s*[|｜]/u
/** An outline number that stands alone. */
const ONLY_OUTLINE = /^[(]?\d{1,2}[).、]$/

/**
 * Document → rows. It walks the cells in reading order, whatever the layout: a label opens a row, what follows until the next label
 * belongs to it. Only a cell that is a label from beginning to end counts, so that sentences are not taken for tables.
 */
export function collectRows(document: Document): CollectedRows {
  const collector = new RowCollector()
  for (const line of unfoldHalves(document.lines)) collector.read(line)
  return collector.finish()
}

class RowCollector {
  #table: Table | null = null
  #open: OpenRow | null = null
  readonly #heads = new MeasureHeads()
  readonly #fragments = new LabelFragments()
  readonly #parts = new StatisticsParts()
  readonly #places = new ValuePlaces()
  /** Whether the line that is being read is a row of a table. */
  #isRow = false
  /** The values since the last words, and an empty cell of each line without any. */
  #below: Cell[] = []
  readonly #cases = new CaseCells()
  /** Lines of the table since its last row with values: they are the table's if another such row follows. */
  #pending = new Set<number>()
  readonly #rows: Row[] = []
  /** Rows of the form without any value: a label that is printed elsewhere, a heading, or a row that is blank as a whole. */
  readonly #valueless: Row[] = []
  readonly #lines = new Set<number>()

  read(line: Line): void {
    if (isPageMark(line)) this.#places.passPageMark()
    else if (isSentence(line.plain) || isChapterHeading(line, this.#table)) this.#leave()
    else this.#readLine(line)
  }

  #readLine(line: Line): void {
    this.#isRow = line.isRow
    // Empty cells before the first printed one are indentation.
    const from = line.cells.findIndex((cell) => cell.plain !== '')
    const closesHeads = this.#table === 'CASES' && this.#open === null && SEVERAL_BARS.test(line.text)
    if (from < 0 && !closesHeads) this.#below.push(...line.cells.slice(0, 1))
    if (from < 0 && this.#table !== 'CASES') return
    this.#cases.beginLine(line)
    for (const cell of line.cells.slice(this.#table === 'CASES' ? 0 : from)) this.#readCell(cell)
    if (this.#table === 'CASES') this.#valueless.push(...this.#cases.endLine(line, this.#open))
  }

  finish(): CollectedRows {
    this.#leave()
    const rows = this.#rows.map((row) => (this.#parts.isUntold(row.label) ? { ...row, known: null } : row))
    return { rows: settleRows(rows, this.#valueless), lines: this.#lines }
  }

  #readCell(cell: Cell): void {
    if (this.#table === 'CASES' && this.#readCaseCell(cell)) {
      if (cell.plain !== '') this.#goBelow(cell)
      return
    }
    if (cell.plain === '') {
      // An empty cell can hold a column open only in the line of its row's label.
      if (this.#open?.label.line === cell.line) this.#open.cells.push(cell)
      return
    }
    this.#pending.add(cell.line)
    if (isNumberCell(cell.plain)) this.#readValue(cell)
    else if (!this.#readHead(cell) && !this.#readLabel(cell)) this.#readOther(cell)
    this.#goBelow(cell)
  }

  /** A value is one of those below its label; words begin anew. */
  #goBelow(cell: Cell): void {
    if (this.#open?.cells.at(-1) === cell) this.#below.push(cell)
    else this.#below = []
  }

  /** In the case table; false where the cell belongs to another. */
  #readCaseCell(cell: Cell): boolean {
    if (cell.plain === '') this.#cases.addBlank(cell)
    else if (this.#cases.isValue(cell)) {
      this.#pending.add(cell.line)
      this.#open = this.#cases.withValue(cell, this.#open, this.#isRow)
    } else if (normaliseLabel(cell.plain) !== '') {
      this.#close()
      const opened = tableOpenedBy(cell.plain, this.#table)
      if ((opened !== null && opened !== 'CASES') || this.#admitted(rowsNamed(cell.plain)).length > 0) return false
      this.#pending.add(cell.line)
      this.#cases.addWord(cell.plain)
    }
    return true
  }

  /** A cell that is neither number nor label: a unit, an explanation, several heads in one, a number gone wrong, or part of a label. */
  #readOther(cell: Cell): void {
    const words = cell.text.split(/\s+/u)
    if (this.#open !== null && this.#open.unit === null && isUnit(cell.plain)) this.#open.unit = cell
    else if (this.#open !== null && isMarkedNumber(cell, this.#open)) this.#open.cells.push(cell)
    else if (this.#open !== null && goesOnInBrackets(cell, this.#open)) {
      this.#open.label = { ...joinCells([this.#open.label, cell]), line: cell.line }
    } else if (this.#open !== null && isBehindNumeral(cell, this.#open)) {
      this.#open.cells.pop()
      this.#close()
    } else if (this.#open !== null && this.#open.cells.length > 0 && ONLY_OUTLINE.test(cell.plain)) this.#close()
    else if (this.#open === null && !this.#fragments.isEmpty && isUnit(cell.plain)) this.#fragments.addUnit(cell)
    else if (LABEL_OPENING.test(cell.plain)) {
      // （一） / 条 / 8 / 主动公开政府信息数: a label that is broken behind its number.
      this.#close()
      this.#joinRest()
      this.#fragments.start(cell)
    } else if (normaliseLabel(cell.plain) === '' && !isAmongNumbers(cell, this.#open) && !ILLEGIBLE.test(cell.plain))
      return
    else if (words.length > 1 && words.some((word) => isHead(plain(word), this.#table))) {
      for (const word of words) this.#readCell(cellOf(word, cell.at, cell.line))
    } else if (this.#open !== null && isNumberGoneWrong(cell, this.#open)) this.#open.cells.push(cell)
    else {
      this.#close()
      if (OUTLINE_NUMBER.test(cell.plain)) this.#joinRest()
      this.#fragments.add(cell)
      const head = this.#table === 'DISCLOSURE' ? this.#fragments.takeHead() : null
      if (head !== null) this.#heads.add(head.measure, head.cell)
    }
  }

  /** （六）其他 / 2 0 0 0 0 0 2 / 处理: a label that is broken around its values, when no other values follow its rest. */
  #joinRest(): void {
    const last = this.#rows.at(-1)
    if (last === undefined || last.table !== this.#table || last.table === 'CASES') return
    const rest = this.#fragments.takeRestOf(last, this.#admitted)
    if (rest !== null) this.#rows[this.#rows.length - 1] = { ...last, ...rest }
  }

  /** （一） / 条 / 8 / 主动公开政府信息数: the same, where the rest is the whole label but for its number. */
  #isRestOfLast(rest: Row): boolean {
    const last = this.#rows.at(-1)
    if (last === undefined || last.table !== rest.table || last.known !== null) return false
    if (!LABEL_OPENING.test(last.label.plain) || rest.cells.length > 0) return false
    this.#rows[this.#rows.length - 1] = { ...last, known: rest.known, label: joinCells([last.label, rest.label]) }
    return true
  }

  #readValue(cell: Cell): void {
    if (this.#table === null) return
    if (this.#places.isOfAnotherRow(cell, this.#open, this.#isRow)) this.#close()
    const isBehindFragments = this.#open === null && !this.#fragments.isEmpty
    if (isBehindFragments && this.#places.isApartFrom(this.#fragments.lastLine, cell, this.#isRow)) {
      this.#fragments.takeUnit()
      this.#joinRest()
      this.#fragments.take()
    }
    this.#places.passValue()
    if (this.#open === null) {
      this.#open = this.#openFragments(cell)
      this.#open.unit = this.#fragments.takeUnit()
    }
    this.#open.cells.push(cell)
    this.#open.isRow &&= cell.line === this.#open.label.line
    this.#open.lines.add(cell.line)
  }

  /** A value without a label before it: the fragments may make one together, or one like it; else the form has no such row. */
  #openFragments(value: Cell): OpenRow {
    this.#joinRest()
    const { fragments, values } = withoutValue(this.#fragments.take())
    const { known, label } = labelOf(fragments, this.#table, this.#rows.at(-1), this.#admitted) ?? {
      known: [],
      label: fragments.at(-1) ?? cellOf('', value.at, value.line),
    }
    const open = this.#openRow(known, label)
    open.cells.push(...values)
    return open
  }

  #readHead(cell: Cell): boolean {
    const text = cell.plain
    const opened = tableOpenedBy(text, this.#table)
    if (opened !== null) {
      this.#close()
      this.#joinRest()
      if (opened !== this.#table) this.#enter(opened)
      if (opened === 'DISCLOSURE') this.#heads.begin()
      if (opened === 'CASES') this.#cases.addWord(text)
      return true
    }
    if (this.#table === 'DISCLOSURE') {
      const measure = measureNamed(cell.plain)
      if (measure === undefined) return false
      this.#close()
      this.#heads.add(measure, cell)
      return true
    }
    return false
  }

  /** 不 / 同意公开答复数: the rest of a broken label can be a label, too. */
  #readRestOfLabel(rest: Cell): boolean {
    const whole = this.#fragments.takeWholeWith(rest, this.#table, this.#admitted)
    if (whole === null) return false
    // What stands before the label goes with the row before.
    const before = this.#fragments.take()
    this.#close()
    for (const cell of before) this.#fragments.add(cell)
    this.#joinRest()
    this.#fragments.take()
    this.#open = this.#openRow(whole.known, whole.label)
    return true
  }

  #readLabel(cell: Cell): boolean {
    if (this.#readRestOfLabel(cell)) return true
    const known = this.#admitted(rowsNamed(cell.plain))
    const table = known[0]?.meaning.table
    if (table !== undefined) {
      this.#close()
      this.#joinRest()
      if (table !== this.#table) this.#enter(table)
      this.#open = this.#openRow(known, cell)
      return true
    }
    if (this.#table !== null && this.#table !== 'STATISTICS' && isColumnHead(cell.plain)) {
      this.#close()
      return true
    }
    return false
  }

  /** The meanings that fit where we are: those of the open table, or, between tables, labels that no sentence consists of. */
  readonly #admitted = (known: readonly Known<RowMeaning>[]): readonly Known<RowMeaning>[] => {
    const here = known.filter(({ meaning }) => meaning.table === this.#table)
    return here.length > 0 ? here : known.filter(({ meaning }) => opensItsTable(meaning))
  }

  #openRow(known: readonly Known<RowMeaning>[], label: Cell): OpenRow {
    const only = this.#parts.settle(known, label)
    return { known: only, label, cells: [], unit: null, isRow: this.#isRow, lines: new Set([label.line]) }
  }

  #enter(table: Table): void {
    this.#table = table
    this.#cases.takeWords()
    this.#parts.beginTable()
    this.#places.beginTable()
    this.#heads.begin()
    this.#fragments.take()
  }

  #leave(): void {
    this.#close()
    this.#joinRest()
    this.#table = null
    this.#fragments.take()
    this.#below = []
    this.#pending.clear()
  }

  #close(): void {
    const open = this.#open
    this.#open = null
    if (open === null || this.#table === null) return
    const { known, label, cells, isRow } = open
    const unit = this.#table === 'DISCLOSURE' ? this.#heads.amount : open.unit
    const heads = this.#heads.measures
    const row: Row = { table: this.#table, known, label, cells, unit, isRow, heads, words: '', below: this.#below }
    if (!cells.some((cell) => cell.plain !== '')) {
      if (known !== null && !this.#isRestOfLast(row)) this.#valueless.push(row)
      return
    }
    this.#places.addRow(open)
    this.#rows.push({ ...row, words: this.#cases.takeWords() })
    this.#fragments.take()
    for (const line of [...this.#pending, ...open.lines]) this.#lines.add(line)
    this.#pending.clear()
  }
}
