import { OPS, type PDFPageProxy } from 'unpdf/pdfjs'
import { isWide } from './character-width.ts'
import { type Box, type Matrix, matrixOf, multiply } from './pdf-geometry.ts'
import { type Rulings, rulingsOf } from './pdf-rulings.ts'

/** Text without a space in it, as the page shows it. */
export interface Word {
  readonly text: string
  readonly box: Box
  /** Font size. */
  readonly size: number
}

/** What is printed on a page. */
export interface PageContent {
  readonly number: number
  readonly words: readonly Word[]
  readonly rulings: Rulings
  /** Whether it shows text at all, be it text that nobody can tell the characters of. */
  readonly showsText: boolean
  /** Whether it draws so much that it may show text as drawings. */
  readonly isDrawn: boolean
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
}

/** How far a glyph reaches above and below its baseline, in font sizes: CJK glyphs fill the square. */
const ASCENT = 0.86
const DESCENT = 0.14
/** A page that draws more shows something, be it letters. */
const MOST_PATHS = 100
/** In font sizes: a text that is printed again within this distance is the same text. */
const OVERPRINT = 0.2

/** The words and the ruling lines of a page, as it is shown: rotated and cropped. */
export async function readPage(page: PDFPageProxy, number: number): Promise<PageContent> {
  // Not normalised: what is printed is kept as it is printed.
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  const printed = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
  const { width, height, transform } = uprightView(page, printed)
  const shown = matrixOf(transform)
  const words = printed
    .filter((item) => turnOf(item, shown) !== null)
    .flatMap((item) => wordsOf(item, shown, styles[item.fontName]?.vertical === true))
  const operators = await page.getOperatorList({ annotationMode: 0 })
  const inside = ({ box }: Word) => box.right > 0 && box.bottom > 0 && box.left < width && box.top < height
  return {
    number,
    words: withoutOverprints(words.filter(inside)),
    rulings: rulingsOf(operators, shown),
    showsText: operators.fnArray.some(
      (operator, index) => operator === OPS.showText && hasInk(operators.argsArray[index]),
    ),
    isDrawn: operators.fnArray.filter((operator) => operator === OPS.constructPath).length > MOST_PATHS,
  }
}

/** Whether a text that the library hands over, as glyphs and the spaces between them, has anything but white space. */
function hasInk(args: unknown): boolean {
  const glyphs: unknown = Array.isArray(args) ? args[0] : null
  return Array.isArray(glyphs) && glyphs.some((glyph: unknown) => glyph instanceof Object && !isSpace(glyph))
}

const isSpace = (glyph: object) =>
  'unicode' in glyph && typeof glyph.unicode === 'string' && /^\s+$/.test(glyph.unicode)

/** The page as a reader holds it: turned, where most of its text runs sideways or stands on its head. */
function uprightView(page: PDFPageProxy, items: readonly TextItem[]): PageView {
  const view = page.getViewport({ scale: 1 })
  const shown = matrixOf(view.transform)
  const characters = new Map<number, number>()
  for (const item of items) {
    const turn = turnOf(item, shown)
    if (turn !== null) characters.set(turn, (characters.get(turn) ?? 0) + item.str.length)
  }
  const [most] = [...characters].toSorted(([, one], [, other]) => other - one)
  return most === undefined || most[0] === 0
    ? view
    : page.getViewport({ scale: 1, rotation: (page.rotate + 360 - most[0]) % 360 })
}

type PageView = ReturnType<PDFPageProxy['getViewport']>

/** In degrees: text that leans no more runs along the page; what leans more is a watermark. */
const LEAN = 8

/** By how many quarters of a circle, in degrees, a text is turned clockwise; null where it runs aslant. */
function turnOf(item: TextItem, shown: Matrix): number | null {
  const [a, b] = multiply(shown, matrixOf(item.transform))
  const degrees = (Math.atan2(b, a) * 180) / Math.PI
  const quarters = Math.round(degrees / 90)
  return Math.abs(degrees - quarters * 90) > LEAN ? null : (quarters * 90 + 360) % 360
}

/** Bold type is often made by printing a text twice: 21 over 21 is one number, not 2121. */
function withoutOverprints(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word[]>()
  return words.filter((word) => {
    const same = seen.get(word.text) ?? []
    if (same.some(({ box }) => isOver(box, word))) return false
    same.push(word)
    seen.set(word.text, same)
    return true
  })
}

function isOver(box: Box, { box: other, size }: Word): boolean {
  return Math.abs(box.left - other.left) <= OVERPRINT * size && Math.abs(box.top - other.top) <= OVERPRINT * size
}

/**
 * A text item → its words. The item tells its own box only; the words share its length by the widths of their characters.
 *
 *     |部分公开 4 0|   →   |部分公开| |4| |0|
 */
function wordsOf(item: TextItem, shown: Matrix, vertical: boolean): Word[] {
  const matrix = multiply(shown, matrixOf(item.transform))
  const size = Math.hypot(matrix[2], matrix[3])
  const length = vertical ? item.height : item.width
  if (![...matrix, size, length].every(Number.isFinite)) return []
  const unit = length / Math.max(1, widthOf(item.str))
  return [...item.str.matchAll(/\S+/gu)].map((match) => {
    const from = widthOf(item.str.slice(0, match.index)) * unit
    const to = from + widthOf(match[0]) * unit
    return { text: match[0], box: glyphBox(matrix, size, from, to, vertical), size }
  })
}

/** The box of glyphs that stand from one place of their line to another; the line may run in any direction. */
function glyphBox(matrix: Matrix, size: number, from: number, to: number, vertical: boolean): Box {
  const [a, b, c, d, x, y] = matrix
  const run = Math.hypot(a, b) || 1
  const across = size || 1
  const place = (along: number, up: number) => [
    x + (a / run) * along + (c / across) * up,
    y + (b / run) * along + (d / across) * up,
  ]
  // Vertical text hangs from its origin, which is the middle of its first glyph's upper edge.
  const corners = vertical
    ? [place(-size / 2, -from), place(size / 2, -to)]
    : [place(from, ASCENT * size), place(to, -DESCENT * size)]
  const xs = corners.map(([cornerX = 0]) => cornerX)
  const ys = corners.map(([, cornerY = 0]) => cornerY)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** In halves of a square: Chinese characters and their punctuation take a whole one. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character) ? 2 : 1
  return width
}
