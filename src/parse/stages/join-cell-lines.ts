import { APPLICANTS } from '../../domain/applicants.ts'
import type { ApplicationRow } from '../../domain/application-rows.ts'
import { codesOf } from '../../domain/terms.ts'
import { type Cell, cellOf, type Document, type Line, rowOf } from '../document.ts'
import { rowsNamed } from '../vocabulary.ts'
import { isNumberCell } from './read-number.ts'

const WIDTH = codesOf(APPLICANTS).length
/** Fewer rows that all have as many lines could have them by chance. */
const LEAST_ROWS = 8
/** No table has more lines between two labels. */
const MOST_LINES = WIDTH + 2

/** A label that has a line of its own, and the lines behind it up to the next words. */
interface Labelled {
  readonly index: number
  readonly lines: readonly Line[]
  /** Whether words follow, so that no other lines are counted. */
  readonly isClosed: boolean
}

/**
 * The lines of a document, those of an applications table with one cell a line as one row each, where empty lines stand for its blank
 * cells: every row then has just as many lines as the form has columns, or one empty line more behind each.
 */
export function joinCellLines(document: Document): Document {
  const { lines } = document
  const labelled = lines.flatMap((line, index) => (isLabel(line) ? readLabelled(lines, index) : []))
  // Behind the last row of the table other lines may be empty.
  const closed = labelled.filter(({ index, isClosed }) => isClosed && !names(lines[index], 'CARRIED_OVER'))
  const [length = 0] = closed.map((one) => one.lines.length)
  const isPadded = length === WIDTH + 1 && closed.every((one) => one.lines.at(-1)?.plain === '')
  const areWhole = closed.length >= LEAST_ROWS && closed.every((one) => one.lines.length === length)
  const hasBlank = closed.some((one) => one.lines.slice(0, WIDTH).some(({ plain }) => plain === ''))
  if (!areWhole || !hasBlank || !(length === WIDTH || isPadded)) return document
  const joined = [...lines]
  for (const { index, lines: own } of labelled) {
    const label = lines[index]
    if (label === undefined || own.length < WIDTH) continue
    joined[index] = joinLine(label, own.slice(0, WIDTH))
    for (const [place, line] of own.slice(0, WIDTH).entries())
      joined[index + 1 + place] = { ...line, cells: [], text: '', plain: '' }
  }
  return { ...document, lines: joined }
}

function printedCells({ cells }: Line): readonly Cell[] {
  return cells.filter(({ plain }) => plain !== '')
}

function isLabel(line: Line): boolean {
  const [cell, ...others] = line.isRow ? [] : printedCells(line)
  if (cell === undefined || others.length > 0) return false
  return rowsNamed(cell.plain).some(({ meaning }) => meaning.table === 'APPLICATIONS')
}

function names(line: Line | undefined, row: ApplicationRow): boolean {
  return rowsNamed(line?.plain ?? '').some(({ meaning }) => meaning.table === 'APPLICATIONS' && meaning.row === row)
}

/** None where words follow: the label is a head, or that of a group. */
function readLabelled(lines: readonly Line[], index: number): readonly Labelled[] {
  const own: Line[] = []
  let isClosed = false
  for (const line of lines.slice(index + 1, index + 2 + MOST_LINES)) {
    const cells = printedCells(line)
    isClosed = cells.length > 1 || cells.some(({ plain }) => !isNumberCell(plain))
    if (isClosed) break
    own.push(line)
  }
  const isHead = own.length < WIDTH && own.every(({ plain }) => plain === '')
  return isHead ? [] : [{ index, lines: own, isClosed }]
}

function joinLine(label: Line, lines: readonly Line[]): Line {
  const cells = [label, ...lines].map((line) => {
    const [cell] = printedCells(line)
    return cellOf(cell?.text ?? '', cell?.at ?? line.at, label.number)
  })
  return rowOf(label.number, label.at, cells)
}
