import { ILLEGIBLE } from '../../domain/document-words.ts'
import type { Locator } from '../../domain/locator.ts'
import { type Cell, cellOf, type Line, lineOf } from '../document.ts'
import { plain } from '../plain.ts'
import { isLooseNumber } from './read-loose-number.ts'
import { isNumberCell } from './read-number.ts'

/**
 * A line of text → its cells: split at tabs and pipes and, where a label and its numbers share a cell, at the spaces between them
 * (`总计 13 0 13`). Empty cells are kept: whether they hold a column open is decided later. Places are columns of the line unless the
 * source has others.
 */
export function splitCells(text: string, line: number, place?: Locator): Line {
  const at = (column: number): Locator => place ?? { kind: 'TEXT', line, column }
  const cells: Cell[] = []
  let start = 0
  for (const piece of withoutClosingBar(text).split(/[\t|｜]/u)) {
    for (const { text: word, offset } of stretches(piece)) {
      cells.push(cellOf(word, at(start + offset + 1), line))
    }
    start += piece.length + 1
  }
  const first = text.search(/\S/u)
  return lineOf(line, text, at(first < 0 ? 1 : first + 1), cells)
}

/** A bar at the end of a line closes its last cell: it opens no other. */
function withoutClosingBar(text: string): string {
  const end = text.trimEnd()
  return /[|｜]$/u.test(end) && end.length > 1 ? end.slice(0, -1) : text
}

/** A longer piece is no row: it is not taken apart. */
const LONGEST_PIECE = 100_000

interface Stretch {
  readonly text: string
  readonly offset: number
}

const isNumber = (text: string) => isNumberCell(text) || isLooseNumber(text) || ILLEGIBLE.test(text)

/** The piece as one stretch, or its label and each of the numbers behind it. */
function stretches(piece: string): Stretch[] {
  if (piece.length > LONGEST_PIECE) return [{ text: piece, offset: 0 }]
  const words = [...piece.matchAll(/\S+/gu)].map((match): Stretch => ({ text: match[0], offset: match.index }))
  let numbers = words.length
  while (numbers > 0 && isNumber(plain(words[numbers - 1]?.text ?? ''))) numbers -= 1
  const first = words[0]
  const lastOfLabel = words[numbers - 1]
  if (first === undefined) return [{ text: '', offset: 0 }]
  if (lastOfLabel === undefined) return words
  const label = piece.slice(first.offset, lastOfLabel.offset + lastOfLabel.text.length)
  return [{ text: label, offset: first.offset }, ...words.slice(numbers)]
}
