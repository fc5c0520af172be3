import { type Box, beside, boxAround, centreOf, middleOf } from './pdf-geometry.ts'
import type { Grid, GridCell } from './pdf-grid.ts'
import { isWide, type Word } from './pdf-page.ts'

/** Text that belongs together, and where it stands. */
export interface Piece {
  readonly text: string
  readonly box: Box
}

/** A line of text or a row of a table, where it stands on its page. */
export interface Strip {
  readonly page: number
  readonly box: Box
  readonly cells: readonly Piece[]
  /** Whether its cells stand between ruling lines. */
  readonly isRow: boolean
  /** Its largest font size; of a row of a table nought. */
  readonly size: number
}

/** Words whose heights share so much stand in one line: a number is often set larger than its label. */
const SAME_LINE = 0.5
/** A wider gap, in font sizes, parts two cells; between numbers a smaller one does. */
const CELL_GAP = 1.2
const NUMBER_GAP = 0.5
/** In a line that has numbers in cells of their own, labels stand close to each other and to the first number. */
const TABLE_GAP = 0.4
/** In font sizes: a number that leaves no more of its cell's width fills it, margins counted. */
const FULL = 1.5
/** Between two numbers that stand below each other in a cell: they may be one, broken, or two. It makes them unreadable. */
const NUMBERS_BELOW = '⏎'
/** In font sizes: lines no further from a row of numbers may belong to its label. */
const NEAR_ROW = 6
/** A wider gap, in font sizes, is a space. */
const SPACE = 0.2

/** Words → lines from top to bottom, each from left to right. */
export function linesOf(words: readonly Word[]): Word[][] {
  const lines: { box: Box; words: Word[] }[] = []
  for (const word of words.toSorted((one, other) => middleOf(one.box) - middleOf(other.box))) {
    const line = lines.findLast(({ box }) => beside(box, word.box) >= SAME_LINE)
    if (line === undefined) lines.push({ box: word.box, words: [word] })
    else line.words.push(word)
  }
  return lines.map((line) => line.words.toSorted((one, other) => one.box.left - other.box.left))
}

/** Words of one line → the cells that gaps of such a size, in font sizes, make. */
function cellsOf(line: readonly Word[], gap: number): Piece[] {
  return splitAtGaps(line, gap).map((cell) => ({
    text: textOfLine(cell),
    box: boxAround(cell.map(({ box }) => box)),
  }))
}

function splitAtGaps(line: readonly Word[], labelGap: number): Word[][] {
  const cells: Word[][] = []
  for (const word of line) {
    const cell = cells.at(-1)
    const last = cell?.at(-1)
    if (cell === undefined || last === undefined || partsCells(last, word, labelGap)) cells.push([word])
    else cell.push(word)
  }
  return cells
}

function partsCells(last: Word, next: Word, labelGap: number): boolean {
  const gap = next.box.left - last.box.right
  const size = Math.min(last.size, next.size)
  return gap > size * (isNumber(last) && isNumber(next) ? NUMBER_GAP : labelGap)
}

const isNumber = ({ text }: { readonly text: string }) => /^[-+\d.,]+$/.test(text)

/** Text of a line, with a space where there is a gap. */
function textOfLine(line: readonly Word[]): string {
  let text = ''
  let last: Word | undefined
  for (const word of line) {
    if (last !== undefined && word.box.left - last.box.right > SPACE * Math.min(last.size, word.size)) text += ' '
    text += word.text
    last = word
  }
  return text
}

/** Texts of lines below each other, as one. Chinese is written without spaces, so that the end of a line adds none. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => (text === '' || isWide(text.at(-1) ?? '') || isWide(line[0] ?? '') ? text : `${text} `) + line,
    '',
  )
}

/** The rows of a ruled table with the words in its cells. A cell that takes several rows stands in the uppermost. */
export function rowsOf(grid: Grid, words: readonly Word[], page: number): Strip[] {
  const linesIn = new Map<GridCell, Word[][]>()
  for (const [cell, inside] of Map.groupBy(words, ({ box }) => grid.cellAt(centreOf(box), middleOf(box)))) {
    if (cell !== undefined) linesIn.set(cell, linesOf(inside))
  }
  return Array.from({ length: grid.rows }, (_, row) => grid.cells.filter((cell) => cell.row === row)).flatMap(
    (cells) => {
      if (cells.length === 0) return []
      const lines = cells.map((cell) => linesIn.get(cell) ?? [])
      // Where ruling lines are missing, the row is what the gaps in its text make of it.
      if (!isRuledThroughout(lines)) return textStrips(lines.flat(2), page)
      const pieces = cells.map((cell) => ({ text: textOfCell(linesIn.get(cell) ?? [], cell.box), box: cell.box }))
      return [{ page, box: boxAround(cells.map(({ box }) => box)), cells: pieces, isRow: true, size: 0 }]
    },
  )
}

/**
 * Whether each cell of a row holds one number at most: no two beside each other, and not, in several cells, one below the other.
 *
 *     │ 0   3 │      │ 0 │ 3 │
 *                    │ 5 │ 2 │
 */
function isRuledThroughout(cells: readonly (readonly (readonly Word[])[])[]): boolean {
  const stacks = cells.filter((lines) => lines.length > 1 && lines.flat().every(isNumber))
  const pairs = cells.flat().filter((line) => line.some((word, index) => isNumberApart(line[index - 1], word)))
  return stacks.length < 2 && pairs.length === 0
}

function isNumberApart(last: Word | undefined, next: Word): boolean {
  return last !== undefined && isNumber(last) && isNumber(next) && partsCells(last, next, CELL_GAP)
}

function textOfCell(lines: readonly (readonly Word[])[], cell: Box): string {
  const texts = lines.map(textOfLine)
  return lines.flat().every(isNumber) && !lines.slice(0, -1).every((line) => fills(line, cell))
    ? texts.join(NUMBERS_BELOW)
    : joinLines(texts)
}

/** Whether a number was broken because its cell is too narrow for another digit. */
function fills(line: readonly Word[], cell: Box): boolean {
  const box = boxAround(line.map((word) => word.box))
  const size = line[0]?.size ?? 0
  return textOfLine(line).length > 1 && cell.right - cell.left - (box.right - box.left) <= size * FULL
}

/** Words outside of ruled tables → lines of text. */
export function textStrips(words: readonly Word[], page: number): Strip[] {
  const lines = linesOf(words).map((line) => ({
    line,
    box: boxAround(line.map(({ box }) => box)),
    size: Math.max(...line.map(({ size }) => size)),
    firstNumber: firstNumberOf(line),
  }))
  const rows = lines.filter(({ firstNumber }) => firstNumber !== null)
  return lines.map(({ line, box, size, firstNumber }) => {
    // Lines to the left of numbers are labels, in columns as close to each other as those of the numbers' own line.
    const isLabel = rows.some(
      (row) =>
        box.right <= (row.firstNumber ?? 0) + size / 2 && Math.abs(middleOf(row.box) - middleOf(box)) < NEAR_ROW * size,
    )
    const cells = cellsOf(line, firstNumber !== null || isLabel ? TABLE_GAP : CELL_GAP)
    return { page, box, cells, isRow: false, size }
  })
}

/** Where the numbers of a line begin that has at least one in a cell of its own. */
function firstNumberOf(line: readonly Word[]): number | null {
  const cells = splitAtGaps(line, CELL_GAP)
  const isNumbers = (cell: readonly Word[]) => cell.every(isNumber)
  const alone = cells.length === 1 && cells.every(isNumbers)
  return alone || !cells.some(isNumbers) ? null : (line.find(isNumber)?.box.left ?? null)
}
