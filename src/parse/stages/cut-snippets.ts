import type { Issue } from '../../domain/issue.ts'
import type { Locator } from '../../domain/locator.ts'
import type { SnippetRange } from '../../domain/snippet.ts'
import type { Cell, Document, Line } from '../document.ts'
import type { Row } from './row.ts'

/** Printed text that is cut out once and shared by whatever stands in it. */
export interface Snippets {
  /** What was asked for so far, each once. */
  readonly texts: readonly string[]
  /** The row, or the line, of a cell; null when it cannot be told where the cell stands. */
  ofCell(cell: Cell): SnippetRange | null
  /** The row, or the line, that an issue speaks of; null when it tells no place. */
  ofIssue(issue: Issue): SnippetRange | null
}

/** A longer line is cut at this distance from what is asked for. */
const MARGIN = 80
/** A line that is no longer than this is kept whole. */
const WHOLE_LINE = 400
/** A row of more text than this is cut to the line of the cell asked for; no snippet is longer. */
const LONGEST_ROW = 1_500

/** A report has some hundred rows: of a document that is made to have endless ones no more are cut. */
const MOST_SNIPPETS = 10_000

/** Rows and lines of the document → snippets, cut when they are asked for: from the label of a row to its last cell, over its lines. */
export function cutSnippets(document: Document, rows: readonly Row[]): Snippets {
  return new SnippetCutter(document, rows)
}

/** Part of a line: from a column, counted from nought, to before another. */
interface Span {
  readonly start: number
  readonly end: number
}

class SnippetCutter implements Snippets {
  readonly texts: string[] = []
  readonly #indexOf = new Map<string, number>()
  readonly #document: Document
  /** The place of a line in the document, by its number. */
  readonly #places: ReadonlyMap<number, number>
  readonly #rowOf = new Map<Cell, Row>()
  readonly #rowsAt = new Map<string, Row[]>()
  /** The printed lines of rows that were asked for; null for those that are too long. */
  readonly #linesOf = new Map<Row, readonly Line[] | null>()
  /** What is printed in lines that are kept whole, from where to where. */
  readonly #whole = new Map<Line, Span>()
  readonly #spans = new Map<Line, ReadonlyMap<Cell, Span>>()
  #lineAt: ReadonlyMap<string, Line> | null = null

  constructor(document: Document, rows: readonly Row[]) {
    this.#document = document
    this.#places = new Map(document.lines.map(({ number }, place) => [number, place]))
    for (const row of rows) {
      for (const cell of [row.label, ...row.cells]) {
        this.#rowOf.set(cell, row)
        const key = keyOf(cell.at)
        const there = this.#rowsAt.get(key)
        if (there === undefined) this.#rowsAt.set(key, [row])
        else if (there.at(-1) !== row) there.push(row)
      }
    }
  }

  ofCell(cell: Cell): SnippetRange | null {
    const line = this.#lineOf(cell)
    if (line === null || this.#isAnywhere(cell, line)) return null
    const range = this.#cut(this.#linesAround(cell), { from: cell, to: cell })
    const quoted = range === null ? null : this.texts[range.index]?.slice(range.start, range.end)
    return quoted === cell.text ? range : null
  }

  /** Whether a cell is one word of many in a line without columns, where the same word stands more than once. */
  #isAnywhere(cell: Cell, line: Line): boolean {
    if (this.#spansOf(line).has(cell) || this.#wordOf(cell, line) !== null) return false
    return line.text.indexOf(cell.text) !== line.text.lastIndexOf(cell.text)
  }

  ofIssue({ at, raw }: Issue): SnippetRange | null {
    if (at === null) return null
    for (const row of this.#rowsAt.get(keyOf(at)) ?? []) {
      const cells = [row.label, ...row.cells]
      const meant = cells.find(({ text }) => text === raw)
      // A label of several cells is quoted from the first on.
      if (meant !== undefined) return this.#cut(this.#linesAround(meant), { from: meant, to: meant })
      const last = cells.at(-1) ?? row.label
      if (raw === cells.map(({ text }) => text).join('\t')) {
        return this.#cut(this.#linesAround(row.label), { from: row.label, to: last })
      }
    }
    const line = this.#linesByPlace().get(keyOf(at))
    return line === undefined ? null : this.#cut([line], null)
  }

  #lineOf({ line }: Cell): Line | null {
    return this.#document.lines[this.#places.get(line) ?? -1] ?? null
  }

  /** The printed lines of the cell's row, or its own line alone where it is in no row or the row is too long. */
  #linesAround(cell: Cell): readonly Line[] {
    const row = this.#rowOf.get(cell)
    const lines = row === undefined ? null : this.#linesOfRow(row)
    if (lines !== null) return lines
    const own = this.#lineOf(cell)
    return own === null ? [] : [own]
  }

  #linesOfRow(row: Row): readonly Line[] | null {
    const known = this.#linesOf.get(row)
    if (known !== undefined) return known
    const lines = this.#findLines(row)
    this.#linesOf.set(row, lines)
    return lines
  }

  #findLines(row: Row): readonly Line[] | null {
    // Cells are in reading order.
    const from = this.#places.get(row.label.line)
    const to = this.#places.get((row.cells.at(-1) ?? row.label).line)
    if (from === undefined || to === undefined) return null
    if (to - from > LONGEST_ROW) return null
    const cells = new Set([row.label, ...row.cells].map(({ line }) => line))
    const lines = this.#document.lines
      .slice(from, to + 1)
      .filter(({ plain, number }) => plain !== '' || cells.has(number))
    const length = lines.reduce((sum, { text }) => sum + text.length, 0)
    return length <= LONGEST_ROW || lines.length === 1 ? lines : null
  }

  /** The lines as one text, with the range of what stands between two cells; the range of all of it when none are given. */
  #cut(lines: readonly Line[], asked: { readonly from: Cell; readonly to: Cell } | null): SnippetRange | null {
    const row = asked === null ? undefined : this.#rowOf.get(asked.from)
    let text = ''
    let start = asked === null ? 0 : -1
    let end = -1
    for (const line of lines) {
      const kept = this.#kept(line, row, asked)
      if (text !== '') text += '\n'
      if (asked !== null && this.#lineOf(asked.from) === line) {
        start = text.length + this.#spanOf(asked.from, line).start - kept.start
      }
      if (asked !== null && this.#lineOf(asked.to) === line) {
        end = text.length + this.#spanOf(asked.to, line).end - kept.start
      }
      text += line.text.slice(kept.start, kept.end)
    }
    if (text === '' || start < 0) return null
    if (asked === null || end > text.length) end = text.length
    const index = end < start ? null : this.#add(text)
    return index === null ? null : { index, start, end }
  }

  /** Which part of a line is kept: all that is printed, or, of a long one, what is near the row or the cell asked for. */
  #kept(line: Line, row: Row | undefined, asked: { readonly from: Cell; readonly to: Cell } | null): Span {
    const whole = this.#whole.get(line)
    if (whole !== undefined) return whole
    // Spaces within a cell, and an empty cell at the end of a line, stand beside all that is printed.
    const first = line.cells.find(({ plain }) => plain !== '')
    const last = line.cells.at(-1)
    const indentation = line.text.length - line.text.trimStart().length
    const start = Math.min(indentation, first === undefined ? indentation : this.#spanOf(first, line).start)
    const end = Math.max(line.text.trimEnd().length, last === undefined ? 0 : this.#spanOf(last, line).end)
    if (end - start <= WHOLE_LINE) {
      this.#whole.set(line, { start, end })
      return { start, end }
    }
    const around = (first: Cell | undefined, last: Cell | undefined): Span => {
      const from = first === undefined ? start : Math.max(start, this.#spanOf(first, line).start - MARGIN)
      const to = last === undefined ? start + WHOLE_LINE : Math.min(end, this.#spanOf(last, line).end + MARGIN)
      return { start: from, end: to }
    }
    if (asked === null) return around(undefined, undefined)
    const isHere = (cell: Cell) => cell.line === line.number
    const ofRow = row === undefined ? [asked.from, asked.to] : [row.label, ...row.cells]
    const near = around(ofRow.find(isHere), ofRow.findLast(isHere))
    if (near.end - near.start <= LONGEST_ROW) return near
    const cell = around([asked.from, asked.to].find(isHere), [asked.from, asked.to].findLast(isHere))
    return { start: cell.start, end: Math.min(cell.end, cell.start + LONGEST_ROW) }
  }

  /** Where in its line a cell stands. */
  #spanOf(cell: Cell, line: Line): Span {
    const spans = this.#spansOf(line)
    const span = spans.get(cell)
    if (span !== undefined) return span
    const word = this.#wordOf(cell, line)
    if (word !== null) return word
    // It was made of another: of several words in one cell, or of the fragments of a label.
    const origin = line.cells.find(({ at }) => keyOf(at) === keyOf(cell.at) && !isBlock(at))
    const around = (origin && spans.get(origin)) ?? { start: 0, end: line.text.length }
    const start = line.text.indexOf(cell.text, around.start)
    return start < 0 ? around : { start, end: start + cell.text.length }
  }

  /** The place of a value that is one of the words with which its row's line ends; null when the line ends otherwise. */
  #wordOf(cell: Cell, line: Line): Span | null {
    const row = this.#rowOf.get(cell)
    if (row === undefined || line.text.length > LONGEST_ROW) return null
    const values = row.cells.filter(({ line: number, text }) => number === line.number && text !== '')
    const words = [...line.text.matchAll(/\S+/gu)].slice(-values.length)
    const word = words[values.indexOf(cell)]
    const isEnd = words.length === values.length && words.every(([text], place) => text === values[place]?.text)
    return word === undefined || !isEnd ? null : { start: word.index, end: word.index + word[0].length }
  }

  #spansOf(line: Line): ReadonlyMap<Cell, Span> {
    const spans = this.#spans.get(line) ?? spansOf(line)
    this.#spans.set(line, spans)
    return spans
  }

  #linesByPlace(): ReadonlyMap<string, Line> {
    if (this.#lineAt !== null) return this.#lineAt
    const lineAt = new Map<string, Line>()
    for (const line of this.#document.lines) {
      for (const { at } of [line, ...line.cells]) {
        const key = keyOf(at)
        if (!lineAt.has(key)) lineAt.set(key, line)
      }
    }
    this.#lineAt = lineAt
    return lineAt
  }

  #add(text: string): number | null {
    const known = this.#indexOf.get(text)
    if (known !== undefined) return known
    if (this.texts.length >= MOST_SNIPPETS) return null
    this.#indexOf.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}

/** The places of a line's cells, found one behind the other. */
function spansOf({ text, cells }: Line): ReadonlyMap<Cell, Span> {
  const spans = new Map<Cell, Span>()
  let from = 0
  for (const cell of cells) {
    const start = cell.at.kind === 'TEXT' ? cell.at.column - 1 : text.indexOf(cell.text, from)
    if (start < 0) continue
    const end = start + cell.text.length
    spans.set(cell, { start, end })
    from = /[\t|｜]/u.test(text[end] ?? '') ? end + 1 : end
  }
  return spans
}

const isBlock = ({ kind }: Locator) => kind === 'BLOCK'

function keyOf(at: Locator): string {
  if (at.kind === 'TEXT') return `TEXT/${at.line}/${at.column}`
  return Object.values(at).flat().join('/')
}
