import type { DisclosureMeasure } from '../../domain/disclosure-items.ts'
import { ILLEGIBLE, OUTLINE_NUMBER } from '../../domain/document-words.ts'
import { MARKED_PAGE_NUMBER } from '../../domain/page-marks.ts'
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
import { isChapterHeading } from './is-chapter-heading.ts'
import { isLooseNumber } from './read-loose-number.ts'
import { isNumberCell } from './read-number.ts'
import { opensItsTable, tableOpenedBy } from './table-opening.ts'

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
}

/** The rows of all tables in reading order, and the numbers of the lines that they took. */
export interface CollectedRows {
  readonly rows: readonly Row[]
  readonly lines: ReadonlySet<number>
}

/** Fragments of a label that a layout has broken over lines; more are never joined. */
const MOST_FRAGMENTS = 4
/** A longer cell with a full stop is a sentence: no table goes on behind it. */
const SENTENCE_LENGTH = 40
/** A longer cell is not a number gone wrong. */
const NUMBER_LENGTH = 12

/**
 * Document → rows. It walks the cells in reading order, whatever the layout: a label opens a row, what follows until the next label
 * belongs to it. Only a cell that is a label from beginning to end counts, so that sentences are not taken for tables.
 */
export function collectRows(document: Document): CollectedRows {
  const collector = new RowCollector()
  for (const line of document.lines) collector.read(line)
  return collector.finish()
}

/** A number with a mark around or behind it, or with letters that look like its digits. */
const MARKED_NUMBER = /^[([【]?\d[\d,.]{0,15}[)\]】。.,、;:*]{1,2}$/u
const LETTERS_FOR_DIGITS = /^(?=.{0,8}[\dOoIl])[\dOoIl|]{1,8}$/
/** A label with a digit put into it. */
const DIGIT_IN_LABEL = /^\p{Script=Han}{2,}\d{1,3}\p{Script=Han}{2,}/u
/** What is said in place of a number is shorter: 若干, 未统计. */
const LABEL_LENGTH = 5
/** What follows the numeral of a heading that is written downwards: 三 / 、 / 本. */
const BEHIND_A_NUMERAL = /^[、.)]$/
const CHINESE_NUMERAL = /^[一二三四五六七八九十]{1,3}$/
/** Words with a number between them are more than a label. */
const NUMBER_AMONG_WORDS = /\s[-−–—]?\d[\d.,]*(?:\s|$)/u
/** An outline number that stands alone. */
const ONLY_OUTLINE = /^[(]?\d{1,2}[).、]$/

interface OpenRow {
  readonly known: Known<RowMeaning> | null
  label: Cell
  readonly cells: Cell[]
  unit: Cell | null
  isRow: boolean
  readonly lines: Set<number>
}

class RowCollector {
  #table: Table | null = null
  #open: OpenRow | null = null
  #heads: DisclosureMeasure[] = []
  #amountHead: Cell | null = null
  /** The part of the 2014 table in which we are: the first number of its last row that could be told by its label alone. */
  #part: string | null = null
  #fragments: Cell[] = []
  /** The unit behind the fragments. */
  #unit: Cell | null = null
  /** Whether the line that is being read is a row of a table. */
  #isRow = false
  /** The words of the case table since its last values: its heads, however they are broken or written downwards. */
  #words = ''
  /** Empty cells of the case table that may stand between two values of their line. */
  #blanks: Cell[] = []
  /** Lines of the table since its last row with values: they are the table's if another such row follows. */
  #pending = new Set<number>()
  readonly #rows: Row[] = []
  /** Rows of the form without any value: a label that is printed elsewhere, a heading, or a row that is blank as a whole. */
  readonly #valueless: Row[] = []
  readonly #lines = new Set<number>()

  read(line: Line): void {
    if (!line.isRow && MARKED_PAGE_NUMBER.test(line.plain)) return
    if (isSentence(line.plain) || isChapterHeading(line, this.#table !== null)) {
      this.#leave()
      return
    }
    this.#isRow = line.isRow
    // Empty cells before the first printed one are indentation.
    const from = line.cells.findIndex((cell) => cell.plain !== '')
    if (from < 0 || isNumberOverRow(line)) return
    for (const cell of line.cells.slice(this.#table === 'CASES' ? 0 : from)) this.#readCell(cell)
    this.#endCaseLine(line)
  }

  finish(): CollectedRows {
    this.#leave()
    const rows = withoutDoublesByLikeness(this.#rows)
    return { rows: withValueless(rows, this.#valueless), lines: this.#lines }
  }

  #readCell(cell: Cell): void {
    if (this.#table === 'CASES' && this.#readCaseCell(cell)) return
    if (cell.plain === '') {
      // An empty cell can hold a column open only in the line of its row's label.
      if (this.#open?.label.line === cell.line) this.#open.cells.push(cell)
      return
    }
    this.#pending.add(cell.line)
    if (isNumberCell(cell.plain)) this.#readValue(cell)
    else if (!this.#readHead(cell) && !this.#readLabel(cell)) this.#readOther(cell)
  }

  /** The case table has one row, whose label is its heads. */
  #readCaseCell(cell: Cell): boolean {
    if (cell.plain === '') this.#blanks.push(cell)
    else if (isNumberCell(cell.plain) || isLooseNumber(cell.plain) || ILLEGIBLE.test(cell.plain)) {
      this.#pending.add(cell.line)
      this.#open ??= {
        known: null,
        label: cellOf('', cell.at, cell.line),
        cells: [],
        unit: null,
        isRow: this.#isRow,
        lines: new Set(),
      }
      // Empty cells before the first value of a line of text are indentation.
      if (this.#isRow || this.#open.lines.has(cell.line)) this.#open.cells.push(...this.#blanks)
      this.#blanks = []
      this.#open.isRow &&= this.#isRow && (this.#open.lines.size === 0 || this.#open.lines.has(cell.line))
      this.#open.cells.push(cell)
      this.#open.lines.add(cell.line)
    } else {
      this.#blanks = []
      if (normaliseLabel(cell.plain) === '') return true
      this.#close()
      if (this.#namesOtherTable(cell)) return false
      this.#pending.add(cell.line)
      this.#words += cell.plain
    }
    return true
  }

  #namesOtherTable(cell: Cell): boolean {
    const opened = tableOpenedBy(cell.plain, this.#table)
    return (opened !== null && opened !== 'CASES') || this.#admitted(rowsNamed(cell.plain)).length > 0
  }

  /** Empty cells behind the last value hold their columns in a row of a table only. */
  #endCaseLine({ isRow, number }: Line): void {
    if (isRow && this.#open !== null && this.#table === 'CASES' && this.#open.lines.has(number)) {
      this.#open.cells.push(...this.#blanks)
    }
    this.#blanks = []
  }

  /** A cell that is neither number nor label: a unit, an explanation, several heads in one, a number gone wrong, or part of a label. */
  #readOther(cell: Cell): void {
    const words = cell.text.split(/\s+/u)
    if (this.#open !== null && this.#open.unit === null && isUnit(cell.plain)) this.#open.unit = cell
    else if (this.#open !== null && isMarkedNumber(cell, this.#open)) this.#open.cells.push(cell)
    else if (this.#open !== null && goesOnInBrackets(cell, this.#open)) {
      this.#open.label = { ...joinCells([this.#open.label, cell]), line: cell.line }
    } else if (this.#isNumeralOfHeading(cell)) {
      this.#open?.cells.pop()
      this.#close()
    } else if (this.#open !== null && this.#open.cells.length > 0 && ONLY_OUTLINE.test(cell.plain)) this.#close()
    else if (this.#open === null && this.#fragments.length > 0 && isUnit(cell.plain)) this.#unit = cell
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

  /** Whether the cell stands in the line of its row's label, behind a number: a mark there holds a column. */
  #isAmongNumbers(cell: Cell): boolean {
    return this.#open !== null && this.#open.cells.length > 0 && this.#open.label.line === cell.line
  }

  /** Whether the last value is none, but the numeral of a heading that is written downwards: 三 / 、 / 本. */
  #isNumeralOfHeading(cell: Cell): boolean {
    const last = this.#open?.cells.at(-1)
    return last !== undefined && BEHIND_A_NUMERAL.test(cell.plain) && CHINESE_NUMERAL.test(last.plain)
  }

  /** （六）其他 / 2 0 0 0 0 0 2 / 处理: a label that is broken around its values, when no other values follow its rest. */
  #joinRest(): void {
    const last = this.#rows.at(-1)
    if (last === undefined || last.table !== this.#table || last.table === 'CASES') return
    if (this.#fragments.length === 0 || this.#unit !== null) return
    const label = joinCells([last.label, ...this.#fragments])
    const [known, ...others] = this.#admitted(rowsNamed(label.plain))
    if (known === undefined || others.length > 0 || known.meaning.table !== this.#table) return
    this.#rows[this.#rows.length - 1] = { ...last, known, label }
    this.#fragments = []
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
    if (this.#open === null) {
      this.#open = this.#openFragments(cell)
      this.#open.unit = this.#unit
      this.#unit = null
    }
    this.#open.cells.push(cell)
    this.#open.isRow &&= cell.line === this.#open.label.line
    this.#open.lines.add(cell.line)
  }

  /** A value without a label before it: the fragments may make one together, or one like it; else the form has no such row. */
  #openFragments(value: Cell): OpenRow {
    const fragments = this.#fragments
    this.#fragments = []
    const joined = fragments.map((_, from) => joinCells(fragments.slice(from)))
    for (const label of joined) {
      const known = this.#admitted(rowsNamed(label.plain))
      if (known.length > 0) return this.#openRow(known, label)
    }
    // A label with an outline number is the beginning of its row: what stands before it is another's.
    const first = fragments.findLastIndex(({ plain: text }) => OUTLINE_NUMBER.test(text))
    for (const label of joined.slice(Math.max(0, first)).filter(({ text }) => !NUMBER_AMONG_WORDS.test(text))) {
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
      if (opened === 'CASES') this.#words += text
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
      this.#close()
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
    return { known: only, label, cells: [], unit: null, isRow: this.#isRow, lines: new Set([label.line]) }
  }

  #enter(table: Table): void {
    this.#table = table
    this.#words = ''
    this.#part = null
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
    this.#pending.clear()
  }

  #close(): void {
    const open = this.#open
    this.#open = null
    if (open === null || this.#table === null) return
    const { known, label, cells, unit, isRow } = open
    const unitOf = this.#table === 'DISCLOSURE' ? this.#amountHead : unit
    const heads = [...this.#heads]
    const row: Row = { table: this.#table, known, label, cells, unit: unitOf, isRow, heads, words: this.#words }
    if (!cells.some((cell) => cell.plain !== '')) {
      if (known !== null) this.#valueless.push(row)
      return
    }
    this.#rows.push(row)
    this.#words = ''
    this.#fragments = []
    for (const line of [...this.#pending, ...open.lines]) this.#lines.add(line)
    this.#pending.clear()
  }
}

/** Fragments of a label, as one cell where the first of them stands. */
function joinCells(cells: readonly Cell[]): Cell {
  const [first] = cells
  if (first === undefined) throw new RangeError('Expected at least one cell to join, got none.')
  const text = cells.map((cell) => cell.text).join('')
  return { ...first, text, plain: cells.map((cell) => cell.plain).join('') }
}

const keyOf = ({ meaning }: Known<RowMeaning>) => (meaning.table === 'DISCLOSURE' ? meaning.item : meaning.row)

/** Rows with the headings of others: where one of these is printed, the words of the heading are no row. */
const HEADING_OF: ReadonlyMap<unknown, readonly unknown[]> = new Map<unknown, readonly unknown[]>([
  ['OTHER', ['OTHER_NOT_CORRECTED_IN_TIME', 'OTHER_FEE_UNPAID', 'OTHER_MISCELLANEOUS']],
  ['OTHER_EXTERNAL_MANAGEMENT', ['INSPECTION', 'CONFIRMATION']],
])

/**
 * The rows, with those that are blank as a whole in their places: in a table with columns of its own their cells are blank. Elsewhere, and
 * where a label stands alone, its values may be lost: kept without cells, as far as nothing else says that the row is missing. A label
 * whose row is printed with values elsewhere, or that is a heading, is no row.
 */
function withValueless(rows: readonly Row[], valueless: readonly Row[]): readonly Row[] {
  const printed = new Set<unknown>(rows.flatMap(({ known }) => (known === null ? [] : [keyOf(known)])))
  const tables = new Set(rows.map(({ table }) => table))
  const kept = new Map<unknown, Row>()
  for (const row of valueless) {
    if (row.known === null || !tables.has(row.table)) continue
    const key = keyOf(row.known)
    if (printed.has(key) || (HEADING_OF.get(key) ?? []).some((under) => printed.has(under))) continue
    const isBlank = row.isRow && row.cells.length > 0
    if (isBlank) kept.set(key, row)
    else if (!kept.has(key) && row.table !== 'APPLICATIONS') kept.set(key, { ...row, cells: [] })
  }
  return [...rows, ...kept.values()].sort((one, other) => one.label.line - other.label.line)
}

/** A row that was named by likeness gives way to one that prints the label itself: it is then another row. */
function withoutDoublesByLikeness(rows: readonly Row[]): Row[] {
  const printed = new Set(rows.flatMap(({ known }) => (known === null || known.similar ? [] : [keyOf(known)])))
  return rows.map((row) => (row.known?.similar && printed.has(keyOf(row.known)) ? { ...row, known: null } : row))
}

/** Whether one number takes all columns of a row: it is a page's. */
function isNumberOverRow({ isRow, cells }: Line): boolean {
  const [first, ...others] = cells
  if (!isRow || first === undefined || others.length === 0 || !isNumberCell(first.plain)) return false
  return others.every((cell) => cell.plain === '' && JSON.stringify(cell.at) === JSON.stringify(first.at))
}

function isSentence(text: string): boolean {
  return text.length > SENTENCE_LENGTH && text.includes('。')
}

/** Whether a cell is a number with a mark, where its row has no other number yet or others in the same line. */
function isMarkedNumber({ plain: text, line }: Cell, { label, cells }: OpenRow): boolean {
  return (label.line === line || cells.length === 0) && (MARKED_NUMBER.test(text) || LETTERS_FOR_DIGITS.test(text))
}

/** Whether the cell goes on with a label whose bracket is still open. */
function goesOnInBrackets({ plain: text }: Cell, { label, cells }: OpenRow): boolean {
  const depth = [...label.plain].reduce(
    (open, character) => open + (character === '(' ? 1 : character === ')' ? -1 : 0),
    0,
  )
  return cells.length === 0 && depth > 0 && text.includes(')')
}

/** Whether a cell stands where a number should: it has digits, or it stands among the numbers of its row's line. */
function isNumberGoneWrong(cell: Cell, { label, cells }: OpenRow): boolean {
  const text = cell.plain
  if (isLooseNumber(text) || ILLEGIBLE.test(text)) return true
  if (text.length > NUMBER_LENGTH || OUTLINE_NUMBER.test(text) || DIGIT_IN_LABEL.test(text)) return false
  if (!/\d/.test(text) && (text.match(/\p{Script=Han}/gu) ?? []).length >= LABEL_LENGTH) return false
  if (label.line === cell.line) return cells.length > 0 || /\d/.test(text)
  // On a line of its own it could be a label that has lost its number's full stop: 2重复申请.
  return (text.match(/\d/g) ?? []).length * 2 >= text.length
}
