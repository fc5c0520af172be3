import { CHAPTER_NUMBER, OUTLINE_NUMBER, TITLE_ENDING } from '../../domain/document-words.ts'
import { plain } from '../plain.ts'
import { joinLines } from './join-lines.ts'
import { boxAround, centreOf } from './pdf-geometry.ts'
import type { Strip } from './pdf-lines.ts'

/** In font sizes: a line that ends no further from the margin goes on in the next, which then begins at the other margin. */
const TO_RIGHT_MARGIN = 1.6
const TO_LEFT_MARGIN = 0.7
/** Between the lines of a paragraph, in font sizes. */
const LARGEST_LEADING = 2
/** Sizes that differ by no more are the same. */
const SAME_SIZE = 1.05
/** A title is set so much larger than the text. */
const LARGER = 1.15
/** In points: a line whose middle is no further from that of the text is centred. */
const CENTRED = 12
/** Shorter lines tell nothing about the margins of the text. */
const FULL_LINE = 15

/** Where the text of a document stands on its pages. */
interface TypeArea {
  readonly left: number
  readonly right: number
  readonly size: number
}

/** Lines of text that a page has broken → paragraphs. Rows of tables, and lines with several cells, stay as they are. */
export function joinParagraphs(strips: readonly Strip[]): Strip[] {
  const area = typeAreaOf(strips)
  if (area === null) return [...strips]
  const joined: Strip[] = []
  let last: Strip | undefined
  for (const strip of strips) {
    const open = joined.at(-1)
    if (
      open !== undefined &&
      last !== undefined &&
      (continues(last, strip, area) || continuesTitle(open, last, strip, area))
    ) {
      joined[joined.length - 1] = join(open, strip)
    } else joined.push(strip)
    last = strip
  }
  return joined
}

function typeAreaOf(strips: readonly Strip[]): TypeArea | null {
  const full = strips.filter((strip) => isText(strip) && textOf(strip).length >= FULL_LINE)
  if (full.length === 0) return null
  const sizes = full.map(({ size }) => size).toSorted((one, other) => one - other)
  return {
    left: Math.min(...full.map(({ box }) => box.left)),
    right: Math.max(...full.map(({ box }) => box.right)),
    size: sizes[Math.floor(sizes.length / 2)] ?? 0,
  }
}

const isText = ({ isRow, cells }: Strip) => !isRow && cells.length === 1
const textOf = ({ cells }: Strip) => plain(cells.map(({ text }) => text).join(''))

/**
 * Whether a line goes on in the next one: it fills its line, and the next is not indented.
 *
 *     │  （二）依申请公开情况。畅通依申请│
 *     │公开受理渠道。                    │
 */
function continues(line: Strip, next: Strip, { left, right }: TypeArea): boolean {
  if (!isText(line) || !isText(next) || !isSameSize(line, next) || !isBelow(line, next)) return false
  if (line.box.right < right - TO_RIGHT_MARGIN * line.size || next.box.left > left + TO_LEFT_MARGIN * next.size)
    return false
  return !(/[。;:!?]$/.test(textOf(line)) && OUTLINE_NUMBER.test(textOf(next)))
}

/** Whether a line goes on with a title that is not yet complete: both are centred, and larger than the text. */
function continuesTitle(title: Strip, line: Strip, next: Strip, area: TypeArea): boolean {
  const centre = (area.left + area.right) / 2
  return (
    [line, next].every(
      (part) =>
        isText(part) &&
        part.size >= area.size * LARGER &&
        Math.abs(centreOf(part.box) - centre) <= CENTRED &&
        !CHAPTER_NUMBER.test(textOf(part)),
    ) &&
    isSameSize(line, next) &&
    line.page === next.page &&
    isBelow(line, next) &&
    !TITLE_ENDING.test(textOf(title))
  )
}

const isSameSize = (one: Strip, other: Strip) =>
  Math.max(one.size, other.size) <= SAME_SIZE * Math.min(one.size, other.size)

/** Whether a line is the next one of its page, or the first of the next page. */
function isBelow(line: Strip, next: Strip): boolean {
  if (line.page !== next.page) return next.page === line.page + 1
  const gap = next.box.top - line.box.bottom
  return gap > -next.size && gap < LARGEST_LEADING * next.size
}

/** The place of a paragraph is that of its part on the page where it begins. */
function join(paragraph: Strip, line: Strip): Strip {
  const [first, next] = [paragraph.cells[0], line.cells[0]]
  if (first === undefined || next === undefined) return paragraph
  const box = paragraph.page === line.page ? boxAround([paragraph.box, line.box]) : paragraph.box
  return { ...paragraph, box, cells: [{ text: joinLines([first.text, next.text]), box }] }
}
