import type { Line } from '../document.ts'
import { plain } from '../plain.ts'
import { isSentence } from '../stages/is-sentence.ts'
import { splitCells } from '../stages/split-cells.ts'
import { rowsNamed } from '../vocabulary.ts'

/** A shorter line is no whole report, and neither is one with fewer labels of the forms. */
const SHORTEST = 600
const LEAST_LABELS = 10
/** A longer piece is no label. */
const LONGEST_LABEL = 60

const BETWEEN_CELLS = /[\t|｜]/u

/**
 * The line of a text that has lost all its line ends, as one line for each piece between spaces, or between tabs or bars where it has them:
 * a page as one string. Null where the line is none, or is a row of tables alone.
 */
export function splitUnbroken(text: string, number: number): readonly Line[] | null {
  if (text.length < SHORTEST || !isSentence(plain(text))) return null
  const pieces = [...text.matchAll(BETWEEN_CELLS.test(text) ? /[^\t|｜]+/gu : /\S+/gu)].filter(
    ([piece]) => piece.trim() !== '',
  )
  const labels = pieces.filter(([piece]) => piece.length <= LONGEST_LABEL && rowsNamed(plain(piece)).length > 0)
  if (labels.length < LEAST_LABELS) return null
  return pieces.map(({ 0: piece, index }) => {
    const column = index + piece.search(/\S/u) + 1
    return splitCells(piece.trim(), number, { kind: 'TEXT', line: number, column })
  })
}
