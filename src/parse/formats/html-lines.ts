import type { Locator } from '../../domain/locator.ts'
import { type Cell, cellOf, type Document, type Line, rowOf } from '../document.ts'
import { plain } from '../plain.ts'
import { splitCells } from '../stages/split-cells.ts'
import {
  attribute,
  childrenOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlTree,
  isBlock,
  isElement,
} from './html-tree.ts'
import { Visibility } from './html-visibility.ts'
import { InlineText, type TakenText } from './inline-text.ts'
import { type SpanningCell, TableGrid } from './table-grid.ts'

/** A page has far fewer cells: more come from spans that multiply. */
export const MOST_CELLS = 500_000

/** The page has more cells than any that is published. */
export class TooManyCells extends Error {}

/** A longer cell with a full stop is running text in a table that only lays out the page. */
const LONGEST_CELL = 300
/** A sentence alone in its row is running text, too. */
const LONGEST_LABEL = 60
/** A link goes to one place; one that reaches over more lines was never closed. */
const MOST_LINES_OF_A_LINK = 3

/**
 * The tree of a page → lines: one for each block of text and each row of a table. A table that holds another lays out the page, and a
 * cell with running text is text. Lines that are links from end to end lead elsewhere and are left out.
 */
export function linesOfTree(tree: HtmlTree, keepsLineEnds = false): Document {
  const reader = new LineReader(tree, keepsLineEnds)
  reader.read(tree.root)
  return { lines: reader.finish() }
}

/** What is opened by a script has often one address for all. */
const NO_ADDRESS = /^\s*(?:javascript:|#)/i

/** Whether a link was never closed. Those without an address of their own are told from it by having no text and no tables inside. */
function isNoLink(link: string, lines: readonly ReadLine[]): boolean {
  if (lines.length <= MOST_LINES_OF_A_LINK) return false
  return !NO_ADDRESS.test(link) || lines.some(({ line }) => line.isRow || line.text.includes('。'))
}

/** Stands for what is no text (Unicode: object replacement character). */
const OBJECT = '\ufffc'

const OBJECTS: ReadonlySet<string> = new Set('img svg object iframe math canvas video select textarea'.split(' '))

interface ReadLine {
  readonly line: Line
  /** Where it leads, when all of it is a link. */
  readonly link: string | null
}

/** A cell as it is written, before it is known what its table is for. */
interface WrittenCell extends SpanningCell {
  readonly element: HtmlElement
  readonly link: string | null
  /** Whether it holds running text or tables: then it is no cell. */
  readonly isContainer: boolean
}

class LineReader {
  readonly #aroundTables: ReadonlySet<HtmlNode>
  readonly #visibility: Visibility
  readonly #lines: ReadLine[] = []
  readonly #text: InlineText
  #blocks = 0
  #tables = 0
  #cells = 0

  constructor({ root, aroundTables }: HtmlTree, keepsLineEnds: boolean) {
    this.#aroundTables = aroundTables
    this.#visibility = new Visibility(root)
    this.#text = new InlineText(keepsLineEnds)
  }

  /** Reads what is in a node as blocks of text and tables. */
  read(node: HtmlNode): void {
    for (const child of childrenOf(node)) {
      if (!isElement(child)) this.#text.readText(child)
      else if (this.#isSeen(child)) this.#readElement(child)
    }
  }

  finish(): readonly Line[] {
    this.#endBlock()
    const linesOfLink = Map.groupBy(this.#lines, ({ link }) => link)
    return this.#lines.flatMap(({ line, link }) =>
      link === null || isNoLink(link, linesOfLink.get(link) ?? []) ? [line] : [],
    )
  }

  #isSeen(element: HtmlElement): boolean {
    const beside = element.tagName === 'footer' || element.tagName === 'aside'
    return !this.#visibility.isUnseen(element) && !(beside && !this.#aroundTables.has(element))
  }

  #readElement(element: HtmlElement): void {
    if (element.tagName === 'table') {
      this.#endBlock()
      this.#readTable(element)
    } else if (isBlock(element)) {
      this.#endBlock()
      this.#within(element)
      this.#endBlock()
    } else this.#within(element)
  }

  #within(element: HtmlElement): void {
    const leave = this.#text.enter(element)
    this.read(element)
    leave()
  }

  #endBlock(): void {
    const { segments, link } = this.#text.take()
    for (const text of segments) {
      this.#blocks += 1
      const at: Locator = { kind: 'BLOCK', block: this.#blocks }
      this.#lines.push({ line: splitCells(text, this.#lines.length + 1, at), link })
    }
  }

  #readTable(table: HtmlElement): void {
    this.#tables += 1
    const number = this.#tables
    const groups = this.#rowGroups(table)
    const rows = groups.flat()
    const oneColumn = rows.every((cells) => cells.length <= 1)
    let row = 0
    for (const group of groups) {
      const grid = new TableGrid()
      for (const elements of group) {
        row += 1
        const line = this.#lines.length + 1
        const written = elements.map((element, index) =>
          this.#readCell(element, { kind: 'TABLE', table: number, row, cell: index + 1 }, line),
        )
        const seen = grid.next(written, line)
        this.#count(seen.length)
        if (oneColumn || written.some(({ isContainer }) => isContainer) || isLoneSentence(seen)) {
          for (const { element } of written) this.#readElement(element)
        } else if (seen.length > 1 || seen.some((cell) => cell.plain !== '')) {
          const at: Locator = seen[0]?.at ?? { kind: 'TABLE', table: number, row, cell: 1 }
          this.#lines.push({ line: rowOf(line, at, seen), link: linkOf(written) })
        }
      }
    }
  }

  /** The cells of each row of each part of the table; what else stands in it is read on the way. */
  #rowGroups(table: HtmlElement): HtmlElement[][][] {
    const cellsOf = (row: HtmlElement) =>
      childrenOf(row).filter((cell) => isElement(cell) && isCell(cell) && this.#isSeen(cell)) as HtmlElement[]
    const groups: HtmlElement[][][] = []
    for (const part of childrenOf(table)) {
      if (!isElement(part) || !this.#isSeen(part)) continue
      if (part.tagName === 'caption') this.#readElement(part)
      const rows = childrenOf(part).filter(isElement)
      groups.push(rows.filter((row) => row.tagName === 'tr' && this.#isSeen(row)).map(cellsOf))
    }
    return groups
  }

  #readCell(element: HtmlElement, at: Locator, line: number): WrittenCell {
    const spans = { columns: spanOf(element, 'colspan'), rows: spanOf(element, 'rowspan') }
    if (this.#aroundTables.has(element)) {
      // It is read with its tables; the grid only has to know that something stands here.
      return { ...spans, element, link: null, isContainer: true, cell: cellOf(OBJECT, at, line) }
    }
    const { segments, link } = this.#textOf(element)
    const text = segments.join('\n')
    const isContainer = text.length > LONGEST_CELL && text.includes('。')
    const cell = { ...cellOf(text, at, line), plain: joinedPlain(segments) }
    return { ...spans, element, link, isContainer, cell }
  }

  #textOf(cell: HtmlElement): TakenText {
    const text = new InlineText(false)
    const read = (node: HtmlNode) => {
      for (const child of childrenOf(node)) {
        if (!isElement(child)) text.readText(child)
        else if (this.#isObject(child)) text.noteObject()
        else if (this.#isSeen(child)) {
          const leave = text.enter(child)
          if (isBlock(child)) text.breakLine()
          read(child)
          if (isBlock(child)) text.breakLine()
          leave()
        }
      }
    }
    read(cell)
    const taken = text.take()
    // A cell with the picture of a number is not blank.
    return taken.segments.length === 0 && text.hasObject() ? { ...taken, segments: [OBJECT] } : taken
  }

  /** Whether something is seen here that is no text: a picture, a drawing, a field to fill in. */
  #isObject(element: HtmlElement): boolean {
    return OBJECTS.has(element.tagName) && !this.#visibility.isHidden(element)
  }

  #count(cells: number): void {
    this.#cells += cells
    if (this.#cells > MOST_CELLS) throw new TooManyCells()
  }
}

function isCell({ tagName }: HtmlElement): boolean {
  return tagName === 'td' || tagName === 'th'
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10)
  // A row span of 0 reaches to the end of the table's part.
  if (span === 0 && name === 'rowspan') return Number.MAX_SAFE_INTEGER
  return span >= 1 ? span : 1
}

/** The lines of a cell as one word; but two numbers on two lines are two numbers, whatever else the cell may hold. */
function joinedPlain(segments: readonly string[]): string {
  return segments
    .map(plain)
    .filter((text) => text !== '')
    .reduce((joined, text) => joined + (/[\d.,]$/.test(joined) && /^[\d.,]/.test(text) ? ';' : '') + text, '')
}

function linkOf(cells: readonly WrittenCell[]): string | null {
  const printed = cells.filter(({ cell }) => cell.plain !== '')
  return printed.every(({ link }) => link !== null) ? (printed[0]?.link ?? null) : null
}

function isLoneSentence(cells: readonly Cell[]): boolean {
  const [only, ...others] = cells.filter((cell) => cell.plain !== '')
  return others.length === 0 && only !== undefined && only.plain.length > LONGEST_LABEL && only.plain.includes('。')
}
