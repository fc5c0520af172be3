import type { Document, Line } from '../document.ts'
import { splitCells } from '../stages/split-cells.ts'
import { brokenText, charsetOf, decode } from './decode.ts'
import type { Format } from './format.ts'
import { withoutMarkdown } from './markdown.ts'
import { isBorder } from './text-drawing.ts'
import { drawnTable } from './text-grid.ts'
import { splitUnbroken } from './unbroken-line.ts'

/** Text in an encoding that reports are published in → lines of cells. Whatever no other format claims is tried as text. */
export const plainText: Format = {
  name: 'plain text',
  match: () => true,
  read: async ({ bytes, mediaType }) => {
    const declared = charsetOf(mediaType)
    const text = decode(bytes, declared)
    if (text !== null) return linesOf(text)
    const broken = brokenText(bytes, declared)
    return broken === null ? null : { ...linesOf(broken.text), issues: [broken.issue] }
  },
}

/** Text → the rows of the tables that it draws, and one line of cells for each of its other lines. */
export function linesOf(text: string): Document {
  const texts = text.split(/\r\n|[\n\r\u2028\u2029\f]/u)
  const lines: Line[] = []
  let isNumbered = true
  let isFenced = false
  for (let index = 0; index < texts.length; index += 1) {
    if (FENCE.test(texts[index] ?? '')) isFenced = !isFenced
    const drawn = drawnTable(texts, index)
    if (drawn === null) {
      const text = isFenced ? `${texts[index] ?? ''}|` : (texts[index] ?? '')
      const pieces = splitUnbroken(text, index + 1)
      for (const line of pieces ?? [readLine(text, index + 1)]) lines.push(line)
      isNumbered &&= pieces === null
    } else {
      const { rows, end } = drawn
      lines.push(...(rows ?? texts.slice(index, end).map((text, place) => readLine(text, index + place + 1))))
      index = end - 1
    }
  }
  return { lines: isNumbered ? lines : lines.map((line, index) => numbered(line, index + 1)) }
}

/** A line by its place among the lines, where the text has others. */
function numbered(line: Line, number: number): Line {
  return { ...line, number, cells: line.cells.map((cell) => ({ ...cell, line: number })) }
}

/** Around a table of AsciiDoc, in which a bar opens a cell and none closes the last. */
const FENCE = /^\|={3,80}\s*$/

/** A border is no row of dashes. */
function readLine(text: string, number: number): Line {
  return splitCells(isBorder(text) ? '' : withoutMarkdown(text), number)
}
