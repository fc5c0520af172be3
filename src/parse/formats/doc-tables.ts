import { type Cell, cellOf, type Document, type Line, rowOf } from '../document.ts'
import { plain } from '../plain.ts'
import { isNumberCell } from '../stages/read-number.ts'
import { splitCells } from '../stages/split-cells.ts'
import type { DocParagraph } from './doc-paragraphs.ts'
import type { RowLayout } from './doc-properties.ts'

/** A longer cell with a full stop is running text in a table that only lays out the page. */
const LONGEST_CELL = 300
/** Edges of cells that stand under each other can differ by so many twentieths of a point. */
const SAME_EDGE = 60

/** What stands above in a column, for a cell that goes on with it. */
interface Above {
  readonly edge: number
  readonly cell: Cell
}

/** The row that is being read at some depth of nested tables. */
interface OpenRow {
  /** The paragraphs of each cell that has ended. */
  cells: string[][]
  paragraphs: string[]
  /** Whether a table stands in one of its cells: then it lays out the page. */
  isContainer: boolean
  table: number
  row: number
  above: readonly Above[]
}

/** Paragraphs → lines: one for each paragraph of running text and each row of a table. */
export function linesOfParagraphs(paragraphs: readonly DocParagraph[]): Document {
  const reader = new ParagraphReader()
  for (const paragraph of paragraphs) reader.read(paragraph)
  return { lines: reader.finish() }
}

class ParagraphReader {
  readonly #lines: Line[] = []
  /** The open rows from the outermost table to the innermost. */
  readonly #rows: OpenRow[] = []
  #blocks = 0
  #tables = 0

  read({ text, depth, endsRow, endsCell, layout }: DocParagraph): void {
    while (this.#rows.length > depth) this.#abandonRow()
    while (this.#rows.length < depth) {
      this.#flushInto(this.#rows.at(-1))
      this.#tables += 1
      this.#rows.push({ cells: [], paragraphs: [], isContainer: false, table: this.#tables, row: 1, above: [] })
    }
    const open = this.#rows.at(-1)
    if (open === undefined) this.#addText(text)
    else if (endsRow) this.#endRow(open, layout)
    else {
      open.paragraphs.push(text)
      if (endsCell) {
        open.cells.push(open.paragraphs)
        open.paragraphs = []
      }
    }
  }

  finish(): readonly Line[] {
    while (this.#rows.length > 0) this.#abandonRow()
    return this.#lines
  }

  #addText(text: string): void {
    for (const printed of text.split('\n')) {
      this.#blocks += 1
      this.#lines.push(splitCells(printed, this.#lines.length + 1, { kind: 'BLOCK', block: this.#blocks }))
    }
  }

  /** What stands in a row before a table that one of its cells holds is read as text. */
  #flushInto(row: OpenRow | undefined): void {
    if (row === undefined) return
    for (const text of [...row.cells.flat(), ...row.paragraphs]) this.#addText(text)
    row.cells = []
    row.paragraphs = []
    row.isContainer = true
  }

  /** A table that ends without the end of its row. */
  #abandonRow(): void {
    this.#flushInto(this.#rows.pop())
  }

  #endRow(open: OpenRow, layout: RowLayout | null): void {
    const { cells, table, row } = open
    const isText =
      open.isContainer ||
      cells.length <= 1 ||
      cells.some((paragraphs) => paragraphs.some((text) => text.length > LONGEST_CELL && text.includes('。')))
    if (isText) this.#flushInto(open)
    else {
      const number = this.#lines.length + 1
      const standing = cells.map((paragraphs, index): Above => {
        const at = { kind: 'TABLE', table, row, cell: index + 1 } as const
        const written = { ...cellOf(paragraphs.join('\n'), at, number), plain: joinedPlain(paragraphs) }
        const edge = layout?.edges[index] ?? Number.NaN
        const above = layout?.continues[index]
          ? open.above.find((candidate) => Math.abs(candidate.edge - edge) <= SAME_EDGE)
          : undefined
        return { edge, cell: above?.cell ?? written }
      })
      // A label stands where it begins; a number or an empty cell holds each of its places open.
      const seen = standing.flatMap(({ cell }) => {
        if (cell.line === number) return [cell]
        return cell.plain === '' || isNumberCell(cell.plain) ? [cellOf('', cell.at, number)] : []
      })
      if (seen.length > 1 || seen.some((cell) => cell.plain !== '')) {
        this.#lines.push(rowOf(number, { kind: 'TABLE', table, row, cell: 1 }, seen))
      }
      open.above = standing
    }
    open.cells = []
    open.paragraphs = []
    open.isContainer = false
    open.row += 1
  }
}

/** The paragraphs of a cell as one word; but two numbers on two lines are two numbers. */
function joinedPlain(paragraphs: readonly string[]): string {
  return paragraphs
    .flatMap((text) => text.split('\n'))
    .map(plain)
    .filter((text) => text !== '')
    .reduce((joined, text) => joined + (/[\d.,]$/.test(joined) && /^[\d.,]/.test(text) ? ';' : '') + text, '')
}
