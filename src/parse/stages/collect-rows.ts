import type { DisclosureMeasure } from '../../domain/disclosure-items.ts'
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
  rowSimilarTo,
  rowsNamed,
  type Table,
} from '../vocabulary.ts'
import { CaseCells } from './case-cells.ts'
import { withoutValue } from './glued-value.ts'
import { isChapterHeading } from './is-chapter-heading.ts'
import { goesOnInBrackets, isBehindNumeral, isMarkedNumber, isNumberGoneWrong } from './is-number-gone-wrong.ts'
import { isPageMark } from './is-page-mark.ts'
import { isSentence } from './is-sentence.ts'
import { isNumberCell } from './read-number.ts'
import { joinCells, type OpenRow, type Row } from './row.ts'
import { settleRows } from './settle-rows.ts'
import { opensItsTable, tableOpenedBy } from './table-opening.ts'
import { unfoldHalves } from './unfold-halves.ts'

export type { Row } from './row.ts'

/** The rows of all tables in reading order, and the numbers of the lines that they took. */
export interface CollectedRows {
  readonly rows: readonly Row[]
  readonly lines: ReadonlySet<number>
}

/** Of the 2014 form, in which some rows are called alike. */
const PART_OF_REVIEWS = '4'
const PART_OF_SUITS = '5'
/** Fragments of a label that a layout has broken over lines; more are never joined. */
const MOST_FRAGMENTS = 4
/** Words with a number between them are more than a label. */
const NUMBER_AMONG_WORDS = /\s[-−–—]?\d[\d.,]*(?:\s|$)/u
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
  #heads: DisclosureMeasure[] = []
  #amountHead: Cell | null = null
  /** The part of the 2014 table in which we are: the first number of its last row that could be told by its label alone. */
  #part: string | null = null
  #fragments: Cell[] = []
  /** Labels of rows that stand twice in the form, taken for those of reconsideration: it is certain once a row of suits has followed. */
  readonly #untold = new Set<Cell>()
  #hasSuits = false
  /** Rows of the table so far whose values begin in the line of their label, and others. */
  #together = 0
  #apart = 0
  /** Whether a page mark stands before the value that is read. */
  #isBehindPageMark = false
  /** The unit behind the fragments. */
  #unit: Cell | null = null
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
    if (isPageMark(line)) {
      this.#isBehindPageMark = true
      return
    }
    if (isSentence(line.plain) || isChapterHeading(line, this.#table)) {
      this.#leave()
      return
    }
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
    const rows = this.#rows.map((row) => (this.#untold.has(row.label) ? { ...row, known: null } : row))
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
    else if (this.#open === null && this.#fragments.length > 0 && isUnit(cell.plain)) this.#unit = cell
    else if (LABEL_OPENING.test(cell.plain)) this.#startLabel(cell)
    else if (normaliseLabel(cell.plain) === '' && !this.#isAmongNumbers(cell) && !ILLEGIBLE.test(cell.plain)) return
    else if (words.length > 1 && words.some((word) => this.#isHead(plain(word)))) {
      for (const word of words) this.#readCell(cellOf(word, cell.at, cell.line))
    } else if (this.#open !== null && isNumberGoneWrong(cell, this.#open)) this.#open.cells.push(cell)
    else {
      this.#close()
      if (OUTLINE_NUMBER.test(cell.plain)) this.#joinRest()
      this.#fragments = [...this.#fragments, cell].slice(-MOST_FRAGMENTS)
      this.#unit = null
      if (this.#table === 'DISCLOSURE') this.#readBrokenHead(this.#fragments)
    }
  }

  /** （一） / 条 / 8 / 主动公开政府信息数: a label that is broken behind its number. */
  #startLabel(cell: Cell): void {
    this.#close()
    this.#joinRest()
    this.#fragments = [cell]
    this.#unit = null
  }

  /** Whether the cell stands in the line of its row's label, behind a number: a mark there holds a column. */
  #isAmongNumbers(cell: Cell): boolean {
    return this.#open !== null && this.#open.cells.length > 0 && this.#open.label.line === cell.line
  }

  /** （六）其他 / 2 0 0 0 0 0 2 / 处理: a label that is broken around its values, when no other values follow its rest. */
  #joinRest(): void {
    const last = this.#rows.at(-1)
    if (last === undefined || last.table !== this.#table || last.table === 'CASES') return
    // A unit behind the fragments is that of the last of them, which is no rest then, unless the row before has no label yet.
    const isRest = this.#unit === null || last.known === null
    for (let end = this.#fragments.length - (isRest ? 0 : 1); end > 0; end -= 1) {
      const label = joinCells([last.label, ...this.#fragments.slice(0, end)])
      const [known, ...others] = this.#admitted(rowsNamed(label.plain))
      if (known === undefined || others.length > 0 || known.meaning.table !== this.#table) continue
      this.#rows[this.#rows.length - 1] = { ...last, known, label }
      this.#fragments = this.#fragments.slice(end)
      return
    }
  }

  /** （一） / 条 / 8 / 主动公开政府信息数: the same, where the rest is the whole label but for its number. */
  #isRestOfLast(rest: Row): boolean {
    const last = this.#rows.at(-1)
    if (last === undefined || last.table !== rest.table || last.known !== null) return false
    if (!LABEL_OPENING.test(last.label.plain) || rest.cells.length > 0) return false
    this.#rows[this.#rows.length - 1] = { ...last, known: rest.known, label: joinCells([last.label, rest.label]) }
    return true
  }

  /** 对外公开 / 总数量: a column head that its narrow column has broken. */
  #readBrokenHead(fragments: readonly Cell[]): void {
    for (let from = 0; from < fragments.length - 1; from += 1) {
      const measure = measureNamed(joinCells(fragments.slice(from)).plain)
      if (measure === undefined) continue
      this.#addHead(measure, joinCells(fragments.slice(from)))
      this.#fragments = []
      return
    }
  }

  #readValue(cell: Cell): void {
    if (this.#table === null) return
    if (this.#isOfAnotherRow(cell)) this.#close()
    if (this.#open === null && this.#fragments.length > 0 && this.#isApartFrom(this.#fragments.at(-1)?.line, cell)) {
      this.#unit = null
      this.#joinRest()
      this.#fragments = []
    }
    this.#isBehindPageMark = false
    if (this.#open === null) {
      this.#open = this.#openFragments(cell)
      this.#open.unit = this.#unit
      this.#unit = null
    }
    this.#open.cells.push(cell)
    this.#open.isRow &&= cell.line === this.#open.label.line
    this.#open.lines.add(cell.line)
  }

  /**
   * Whether a value stands in a row of its own below that of the label, where the other rows have theirs beside the label, and no page
   * ends between: it is that of a row that has lost its label.
   */
  #isOfAnotherRow(cell: Cell): boolean {
    const open = this.#open
    if (open === null || open.lines.has(cell.line) || this.#isBehindPageMark) return false
    const isPrinted = open.cells.some(({ plain: text }) => text !== '')
    if (!isPrinted && open.cells.length > 1) return true
    // Where values stand beside the label already, the first row of a table tells it, too.
    return open.isRow && this.#isApartFrom(open.label.line, cell, isPrinted)
  }

  /** Whether a value stands in a row of a table without the label before it, where others have theirs beside the label. */
  #isApartFrom(label: number | undefined, { line }: Cell, isTold = false): boolean {
    const areTogether = this.#together + (isTold ? 1 : 0) > 2 * this.#apart
    return this.#isRow && line !== label && !this.#isBehindPageMark && areTogether
  }

  /** A value without a label before it: the fragments may make one together, or one like it; else the form has no such row. */
  #openFragments(value: Cell): OpenRow {
    this.#joinRest()
    const { fragments, values } = withoutValue(this.#fragments)
    this.#fragments = []
    const open = this.#openLabel(fragments, value)
    open.cells.push(...values)
    return open
  }

  #openLabel(fragments: readonly Cell[], value: Cell): OpenRow {
    const joined = fragments.map((_, from) => joinCells(fragments.slice(from)))
    for (const label of joined) {
      const known = this.#admitted(rowsNamed(label.plain))
      if (known.length > 0) return this.#openRow(known, label)
    }
    // A label with an outline number is the beginning of its row: what stands before it is another's.
    const first = fragments.findLastIndex(({ plain: text }) => OUTLINE_NUMBER.test(text))
    // Behind a row without a label of the form the fragments before the last may be the rest of its own.
    const from = first < 0 && this.#rows.at(-1)?.known === null ? fragments.length - 1 : first
    for (const label of joined.slice(Math.max(0, from)).filter(({ text }) => !NUMBER_AMONG_WORDS.test(text))) {
      const known = this.#table === null ? null : rowSimilarTo(label.plain, this.#table)
      if (known !== null) return this.#openRow([known], label)
    }
    return this.#openRow([], fragments.at(-1) ?? cellOf('', value.at, value.line))
  }

  #isHead(word: string): boolean {
    return isColumnHead(word) || measureNamed(word) !== undefined || tableOpenedBy(word, this.#table) !== null
  }

  #readHead(cell: Cell): boolean {
    const text = cell.plain
    const opened = tableOpenedBy(text, this.#table)
    if (opened !== null) {
      this.#close()
      this.#joinRest()
      if (opened !== this.#table) this.#enter(opened)
      if (opened === 'DISCLOSURE') this.#newHeads()
      if (opened === 'CASES') this.#cases.addWord(text)
      return true
    }
    if (this.#table === 'DISCLOSURE') {
      const measure = measureNamed(cell.plain)
      if (measure === undefined) return false
      this.#close()
      this.#addHead(measure, cell)
      return true
    }
    return false
  }

  /** 不 / 同意公开答复数: the rest of a broken label can be a label, too. */
  #readRestOfLabel(rest: Cell): boolean {
    for (const [from] of this.#fragments.entries()) {
      const label = joinCells([...this.#fragments.slice(from), rest])
      const known = this.#admitted(rowsNamed(label.plain))
      if (known.length === 0 || known.some(({ meaning }) => meaning.table !== this.#table)) continue
      // A heading before the label changes nothing.
      if (rowsNamed(rest.plain)[0]?.meaning === known[0]?.meaning) return false
      const before = this.#fragments.slice(0, from)
      this.#close()
      this.#fragments = before
      this.#joinRest()
      this.#fragments = []
      this.#open = this.#openRow(known, label)
      return true
    }
    return false
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
  #admitted(known: readonly Known<RowMeaning>[]): readonly Known<RowMeaning>[] {
    const here = known.filter(({ meaning }) => meaning.table === this.#table)
    return here.length > 0 ? here : known.filter(({ meaning }) => opensItsTable(meaning))
  }

  /** The same words can stand twice in the 2014 table, once in a part: the part in which we are decides, or nothing does. */
  #openRow(known: readonly Known<RowMeaning>[], label: Cell): OpenRow {
    const partOf = ({ meaning }: Known<RowMeaning>) =>
      meaning.table === 'STATISTICS' ? (meaning.row.number.split('.')[0] ?? null) : null
    const fitting = known.length > 1 ? known.filter((one) => partOf(one) === this.#part) : known
    const only = fitting.length === 1 ? (fitting[0] ?? null) : null
    if (only !== null) this.#part = partOf(only)
    if (known.length === 1 && this.#part === PART_OF_SUITS) {
      this.#untold.clear()
      this.#hasSuits = true
    }
    if (known.length > 1 && this.#part === PART_OF_REVIEWS && !this.#hasSuits) this.#untold.add(label)
    return { known: only, label, cells: [], unit: null, isRow: this.#isRow, lines: new Set([label.line]) }
  }

  #enter(table: Table): void {
    this.#table = table
    this.#cases.takeWords()
    this.#part = null
    this.#together = 0
    this.#apart = 0
    this.#newHeads()
    this.#fragments = []
  }

  #newHeads(): void {
    this.#heads = []
    this.#amountHead = null
  }

  #addHead(measure: DisclosureMeasure, cell: Cell): void {
    this.#heads.push(measure)
    if (measure === 'AMOUNT') this.#amountHead = cell
  }

  #leave(): void {
    this.#close()
    this.#joinRest()
    this.#table = null
    this.#fragments = []
    this.#below = []
    this.#pending.clear()
  }

  #close(): void {
    const open = this.#open
    this.#open = null
    if (open === null || this.#table === null) return
    const { known, label, cells, unit, isRow } = open
    const unitOf = this.#table === 'DISCLOSURE' ? this.#amountHead : unit
    const heads = [...this.#heads]
    const row: Row = {
      table: this.#table,
      known,
      label,
      cells,
      unit: unitOf,
      isRow,
      heads,
      words: '',
      below: this.#below,
    }
    if (!cells.some((cell) => cell.plain !== '')) {
      if (known !== null && !this.#isRestOfLast(row)) this.#valueless.push(row)
      return
    }
    if (cells.find((cell) => cell.plain !== '')?.line === label.line) this.#together += 1
    else this.#apart += 1
    this.#rows.push({ ...row, words: this.#cases.takeWords() })
    this.#fragments = []
    for (const line of [...this.#pending, ...open.lines]) this.#lines.add(line)
    this.#pending.clear()
  }
}
