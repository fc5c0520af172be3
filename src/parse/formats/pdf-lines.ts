import { joinLines, NUMBERS_BELOW } from './join-lines.ts'
import { type Box, beside, boxAround, centreOf, middleOf } from './pdf-geometry.ts'
import type { Grid, GridCell } from './pdf-grid.ts'
import type { Word } from './pdf-page.ts'

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

/** The lines of a cell. */
type Lines = readonly (readonly Word[])[]

/** Words whose heights share so much stand in one line: a number is often set larger than its label. */
const SAME_LINE = 0.5
/** A wider gap, in font sizes, parts two cells; between numbers a smaller one does. */
const CELL_GAP = 1.2
const NUMBER_GAP = 0.5
/** In a line that has numbers in cells of their own, labels stand close to each other and to the first number. */
const TABLE_GAP = 0.4
/** In font sizes: a number that leaves no more of its cell's width fills it, margins counted. */
const FULL = 1.5
/** The part of a number's size in which marks behind it are set. */
const MARK_SIZE = 0.8
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

/** Whether a word or a cell is a number, or a mark that stands for none. */
export const isNumber = ({ text }: { readonly text: string }): boolean => /^(?:[-+\d.,]+|[—–−―─/\\]{1,3})$/.test(text)

/** The numbers at the end of a line that has at least one in a cell of its own. */
export function numbersOf({ cells }: Strip): readonly Piece[] {
  const label = cells.findLastIndex((cell) => !isNumber(cell))
  return cells.slice(label + 1)
}

/** Text of a line, with a space where there is a gap. */
function textOfLine(line: readonly Word[]): string {
  let text = ''
  let last: Word | undefined
  for (const word of line) {
    if (last !== undefined && word.box.left - last.box.right > SPACE * Math.min(last.size, word.size)) text += ' '
    text += last !== undefined && isMark(last, word) ? `[${word.text}]` : word.text
    last = word
  }
  return text
}

/** Whether a word is a raised or lowered mark behind a number, and no digit of it. */
function isMark(last: Word, word: Word): boolean {
  return isNumber(last) && word.size <= MARK_SIZE * last.size
}

/** The rows of a ruled table with the words in its cells. A cell that takes several rows stands in the uppermost. */
export function rowsOf(grid: Grid, words: readonly Word[], page: number): Strip[] {
  const linesIn = new Map<GridCell, Lines>()
  for (const [cell, inside] of Map.groupBy(words, ({ box }) => grid.cellAt(centreOf(box), middleOf(box)))) {
    if (cell !== undefined) linesIn.set(cell, linesOf(inside))
  }
  return Array.from({ length: grid.rows }, (_, row) => grid.cells.filter((cell) => cell.row === row)).flatMap(
    (cells) => {
      if (cells.length === 0) return []
      const lines = cells.map((cell) => linesIn.get(cell) ?? [])
      const stacked = areStacked(lines)
      const full = cells.every(({ box }, index) => !areNumbers(lines[index] ?? []) || areFull(lines[index] ?? [], box))
      // Where ruling lines are missing, the row is what the gaps in its text make of it.
      if (lines.some(hasPairs) || (stacked && !full)) return textStrips(lines.flat(2), page)
      const pieces = cells.map(({ box }, index) => ({ text: textOfCell(lines[index] ?? [], box, !stacked), box }))
      return [{ page, box: boxAround(cells.map(({ box }) => box)), cells: pieces, isRow: true, size: 0 }]
    },
  )
}

/** Whether a cell holds two numbers beside each other: │ 0   3 │ */
function hasPairs(lines: Lines): boolean {
  return lines.some((line) => line.some((word, index) => isNumberApart(line[index - 1], word)))
}

const areNumbers = (lines: Lines) => lines.length > 0 && lines.flat().every(isNumber)

/** Whether each line but the last is as long as its cell is wide. */
const areFull = (lines: Lines, cell: Box) => lines.slice(0, -1).every((line) => fills(line, cell))

/** Whether several cells hold numbers, and all of them the same number of lines, two or more: they may be several rows. */
function areStacked(cells: readonly Lines[]): boolean {
  const counts = cells.filter(areNumbers).map(({ length }) => length)
  return counts.length > 1 && (counts[0] ?? 0) > 1 && new Set(counts).size === 1
}

function isNumberApart(last: Word | undefined, next: Word): boolean {
  return last !== undefined && isNumber(last) && isNumber(next) && partsCells(last, next, CELL_GAP)
}

/** The text of a cell; lines of numbers are one number where each is as long as its cell is wide, and they may be one at all. */
function textOfCell(lines: Lines, cell: Box, mayBeBroken: boolean): string {
  const texts = lines.map(textOfLine)
  if (!areNumbers(lines)) return joinLines(texts)
  return mayBeBroken && areFull(lines, cell) ? texts.join('') : texts.join(NUMBERS_BELOW)
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
