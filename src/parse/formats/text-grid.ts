import { cellOf, type Line, rowOf } from '../document.ts'
import { plain } from '../plain.ts'
import { isNumberCell } from '../stages/read-number.ts'
import { joinLines, NUMBERS_BELOW } from './join-lines.ts'
import { type SpanningCell, TableGrid } from './table-grid.ts'
import { type DrawnLine, isBorder, isInside, readDrawing } from './text-drawing.ts'

/** A longer table is not drawn. */
const MOST_LINES = 2_000

/** A drawn table: its rows, null where its lines do not make cells; and the line behind it, counted from nought. */
export interface DrawnTable {
  readonly rows: readonly Line[] | null
  readonly end: number
}

/**
 * The table that a text draws from a line on; null where it draws none.
 *
 *     +----------+-----+        ┌──────────┬─────┐
 *     | 行政     | 12  |        │行政处罚  │12   │
 *     | 处罚     |     |        ├──────────┼─────┤
 *     +----------+-----+        │行政强制  │     │
 *     | 行政强制 |     |        └──────────┴─────┘
 *     +----------+-----+
 */
export function drawnTable(texts: readonly string[], start: number): DrawnTable | null {
  if (!isBorder(texts[start] ?? '')) return null
  let end = start + 1
  for (let index = end; index < Math.min(texts.length, start + MOST_LINES); index += 1) {
    const text = texts[index] ?? ''
    if (!isInside(text)) break
    if (isBorder(text)) end = index + 1
  }
  if (end === start + 1) return null
  const drawing = readDrawing(texts.slice(start, end))
  return { rows: drawing === null ? null : new GridReader(drawing.lines, drawing.edges, texts, start).read(), end }
}

/** A cell while its lines are read. */
interface OpenCell {
  /** The edges between which it stands. */
  readonly from: number
  readonly to: number
  readonly band: number
  bands: number
  /** Its lines, and where the first that is not empty begins. */
  readonly texts: string[]
  place: { readonly line: number; readonly column: number } | null
}

class GridReader {
  readonly #lines: readonly DrawnLine[]
  readonly #edges: readonly number[]
  readonly #texts: readonly string[]
  readonly #start: number
  readonly #cells: OpenCell[] = []
  /** The first line of each band: of the lines between two rules. */
  readonly #bands: number[] = []
  /** The cells of the band above. */
  #above: readonly OpenCell[] = []

  constructor(lines: readonly DrawnLine[], edges: readonly number[], texts: readonly string[], start: number) {
    this.#lines = lines
    this.#edges = edges
    this.#texts = texts
    this.#start = start
  }

  /** The rows; null where a cell is no rectangle, or where nothing parts the rows. */
  read(): readonly Line[] | null {
    let rules: number[] = []
    let band: number[] = []
    for (const index of this.#lines.keys()) {
      if (!this.#isRule(index)) band.push(index)
      else {
        if (band.length > 0 && !this.#readBand(rules, band)) return null
        if (band.length > 0) rules = []
        band = []
        rules.push(index)
      }
    }
    return this.#rows()
  }

  #columns(from = 0, to = this.#edges.length - 1): readonly number[] {
    return Array.from({ length: to - from }, (_, column) => from + column)
  }

  #isRule(index: number): boolean {
    return this.#columns().some((column) => this.#isRuled(index, column))
  }

  /** Whether a line runs through a column: dashes between two bars are what a cell holds. */
  #isRuled(index: number, column: number): boolean {
    const isDrawn = [column, column + 1].some((edge) => /[-=:+]/.test(this.#characterAt(index, edge)))
    return isDrawn && /^[-=:+]{1,4000}$/.test(this.#pieceOf(index, column, column + 1).text)
  }

  #characterAt(index: number, edge: number): string {
    const line = this.#lines[index]
    return line?.characters[line.at.get(this.#edges[edge] ?? -1) ?? -1] ?? ''
  }

  /** What stands between two edges, as ASCII draws it, and from which to which character. */
  #pieceOf(index: number, from: number, to: number): { text: string; first: number; end: number } {
    const line = this.#lines[index]
    const first = line?.at.get((this.#edges[from] ?? 0) + 1) ?? 0
    const end = line?.at.get(this.#edges[to] ?? 0) ?? first
    return { text: line?.characters.slice(first, end).join('') ?? '', first, end }
  }

  /** From edge to edge: the pieces into which the bars of a line cut it. */
  #piecesIn(index: number): readonly (readonly [number, number])[] {
    const bars = [...this.#edges.keys()].filter((edge) => /[|+]/.test(this.#characterAt(index, edge)))
    return bars.slice(1).map((bar, place) => [bars[place] ?? 0, bar] as const)
  }

  #readBand(rules: readonly number[], band: readonly number[]): boolean {
    const [first, ...others] = band.map((index) => this.#piecesIn(index))
    if (first === undefined || others.some((pieces) => String(pieces) !== String(first))) return false
    const cells: OpenCell[] = []
    for (const [from, to] of first) {
      const isRuled = this.#columns(from, to).map((column) => rules.some((index) => this.#isRuled(index, column)))
      const above = this.#above.find((cell) => cell.from === from && cell.to === to)
      if (isRuled.every(Boolean)) {
        cells.push({ from, to, band: this.#bands.length, bands: 1, texts: [], place: null })
      } else if (isRuled.some(Boolean) || above === undefined) return false
      else {
        above.bands += 1
        this.#read(above, rules)
        cells.push(above)
      }
    }
    for (const cell of cells) this.#read(cell, band)
    this.#cells.push(...cells.filter((cell) => !this.#above.includes(cell)))
    this.#above = cells
    this.#bands.push(band[0] ?? 0)
    return true
  }

  #read(cell: OpenCell, indices: readonly number[]): void {
    for (const index of indices) {
      const { first, end } = this.#pieceOf(index, cell.from, cell.to)
      // As printed: what ASCII draws as a line may be a dash.
      const printed = [...(this.#texts[this.#start + index] ?? '')]
      const piece = printed.slice(first, end).join('')
      if (piece.trim() === '') continue
      const column = printed.slice(0, first).join('').length + piece.search(/\S/u) + 1
      cell.place ??= { line: this.#start + index + 1, column }
      cell.texts.push(piece.trim())
    }
  }

  #rows(): readonly Line[] | null {
    // Where rules stand above and below the table only, each of its lines may be a row, and some of them the rest of one.
    if (
      this.#cells.some(({ texts }) => texts.length > 1 && texts.filter(isNumber).length > 1) &&
      this.#bands.length <= 2
    )
      return null
    const grid = new TableGrid()
    return this.#bands.map((first, band) => {
      const number = this.#start + first + 1
      const cells = this.#cells.filter((cell) => cell.band === band).sort((one, other) => one.from - other.from)
      const written = cells.map((cell): SpanningCell => {
        const { line, column } = cell.place ?? { line: number, column: (this.#edges[cell.from] ?? 0) + 1 }
        const at = { kind: 'TEXT', line, column } as const
        return { cell: cellOf(textOf(cell.texts), at, number), columns: cell.to - cell.from, rows: cell.bands }
      })
      return rowOf(number, { kind: 'TEXT', line: number, column: 1 }, grid.next(written, number))
    })
  }
}

const isNumber = (text: string) => isNumberCell(plain(text))

function textOf(lines: readonly string[]): string {
  return lines.length > 1 && lines.every(isNumber) ? lines.join(NUMBERS_BELOW) : joinLines(lines)
}
