import { isUnseenText, type ParagraphProperties, paragraphProperties, RUNNING_TEXT } from './doc-properties.ts'

/** The streams of a Word file of the years before 2007. */
export interface DocStreams {
  /** WordDocument: the header, the text, and pages of properties. */
  readonly main: Buffer
  /** 0Table or 1Table: where in the main stream the rest stands. */
  readonly table: Buffer
  readonly data: Buffer | null
}

/** A paragraph, or what of a cell stands before its end, with what is said of it. */
export interface DocParagraph extends ParagraphProperties {
  readonly text: string
  /** Whether it ends with the mark that ends a cell, or a row. */
  readonly endsCell: boolean
}

// Places in the header ([MS-DOC] 2.5), each followed by a length.
const LENGTH_OF_TEXT = 0x4c
const CHARACTER_PAGES = 0xfa
const PARAGRAPH_PAGES = 0x102
const PIECES = 0x1a2

const PAGE = 512
const RUNS_OF_PAGE = 511
/** A page's number takes 22 bits. */
const PAGE_NUMBER = 0x3f_ffff
/** A piece whose characters take a byte each says so in its place, which is then doubled. */
const IN_BYTES = 0x4000_0000

const CELL_END = '\u0007'
const PARAGRAPH_ENDS: ReadonlySet<string> = new Set(['\r', '\f', CELL_END])

/** A stretch of the main stream, in bytes, and what is said of the text in it. */
interface Run<T> {
  readonly from: number
  readonly to: number
  readonly said: T
}

/** The paragraphs of the body, in reading order. Throws a RangeError where the streams do not hold what their header says. */
export function docParagraphs({ main, table, data }: DocStreams): DocParagraph[] {
  const paragraphRuns = runsIn(main, table, PARAGRAPH_PAGES, 13, (page, place) => {
    const words = page[place] ?? 0
    // A list of an even number of bytes has a zero before its length.
    const [from, length] = words === 0 ? [place + 2, 2 * (page[place + 1] ?? 0)] : [place + 1, 2 * words - 1]
    // A style's number stands before the changes.
    return paragraphProperties(page.subarray(from + 2, from + length), data)
  })
  const unseenRuns = runsIn(main, table, CHARACTER_PAGES, 1, (page, place) =>
    isUnseenText(page.subarray(place + 1, place + 1 + (page[place] ?? 0))),
  )
  const paragraphs: DocParagraph[] = []
  let text = ''
  for (const { character, place } of characters(main, table)) {
    if (PARAGRAPH_ENDS.has(character)) {
      const said = runAt(paragraphRuns, place) ?? RUNNING_TEXT
      paragraphs.push({ ...said, text: seen(text), endsCell: character === CELL_END || said.endsInnerCell })
      text = ''
    } else if (runAt(unseenRuns, place) !== true) text += character
  }
  if (text !== '') paragraphs.push({ ...RUNNING_TEXT, text: seen(text), endsCell: false })
  return paragraphs
}

interface Character {
  readonly character: string
  /** In the main stream, in bytes. */
  readonly place: number
}

/** The characters of the body: the text is stored in pieces, in any order. */
function* characters(main: Buffer, table: Buffer): Generator<Character> {
  let left = main.readUInt32LE(LENGTH_OF_TEXT)
  const start = placeOfPieces(table, main.readUInt32LE(PIECES))
  const count = Math.floor((table.readUInt32LE(start) - 4) / 12)
  const bytes = new TextDecoder('windows-1252')
  for (let piece = 0; piece < count && left > 0; piece += 1) {
    const ends = start + 4 + 4 * piece
    const length = Math.min(left, table.readUInt32LE(ends + 4) - table.readUInt32LE(ends))
    if (length < 0) throw new RangeError('Expected the pieces of a text in ascending order.')
    left -= length
    const printed = table.readUInt32LE(start + 4 + 4 * (count + 1) + 8 * piece + 2)
    const isInBytes = (printed & IN_BYTES) !== 0
    const from = isInBytes ? (printed & ~IN_BYTES) / 2 : printed
    const width = isInBytes ? 1 : 2
    if (from + length * width > main.length) throw new RangeError('Expected the text of a piece, got the end of it.')
    const stored = main.subarray(from, from + length * width)
    const text = isInBytes ? bytes.decode(stored) : stored.toString('utf16le')
    for (let index = 0; index < length; index += 1) {
      yield { character: text.charAt(index), place: from + index * width }
    }
  }
}

/** Behind changes that belong to single pieces. */
function placeOfPieces(table: Buffer, from: number): number {
  let place = from
  while (table.readUInt8(place) === 1) place += 3 + table.readUInt16LE(place + 1)
  if (table.readUInt8(place) !== 2) throw new RangeError('Expected the table of pieces.')
  return place + 1
}

/** The runs of all pages of one kind; `width` is the size of what stands for a run behind the runs' ends. */
function runsIn<T>(
  main: Buffer,
  table: Buffer,
  header: number,
  width: number,
  read: (page: Buffer, place: number) => T,
): Run<T>[] {
  const start = main.readUInt32LE(header)
  const pages = Math.floor((main.readUInt32LE(header + 4) - 4) / 8)
  if (pages * PAGE > main.length) throw new RangeError('Expected the pages of properties, got more than the file has.')
  const runs: Run<T>[] = []
  for (let number = 0; number < pages; number += 1) {
    const from = PAGE * (table.readUInt32LE(start + 4 * (pages + 1) + 4 * number) & PAGE_NUMBER)
    const page = main.subarray(from, from + PAGE)
    const count = page.readUInt8(RUNS_OF_PAGE)
    for (let run = 0; run < count; run += 1) {
      const place = 2 * page.readUInt8(4 * (count + 1) + width * run)
      // No place: nothing is said of the run.
      if (place > 0) {
        runs.push({ from: page.readUInt32LE(4 * run), to: page.readUInt32LE(4 * run + 4), said: read(page, place) })
      }
    }
  }
  return runs.sort((one, other) => one.from - other.from)
}

function runAt<T>(runs: readonly Run<T>[], place: number): T | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.from ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const run = runs[low - 1]
  return run !== undefined && place < run.to ? run.said : undefined
}

/** Stands for what is no text (Unicode: object replacement character). */
const OBJECT = '\ufffc'
const FIELD_START = '\u0013'
const FIELD_RESULT = '\u0014'
const FIELD_END = '\u0015'

/** The text as it is shown: of a field its result, line breaks as line ends, and the marks of pictures. */
function seen(text: string): string {
  let shown = ''
  /** For each field that is open, whether we are in its result. */
  const fields: boolean[] = []
  for (const character of text) {
    if (character === FIELD_START) fields.push(false)
    else if (character === FIELD_END) fields.pop()
    else if (character === FIELD_RESULT && fields.length > 0) fields[fields.length - 1] = true
    else if (fields.every((isResult) => isResult)) shown += shownAs(character)
  }
  // A cell with the picture of a number is not blank; a picture beside text says nothing.
  const words = shown.replaceAll(OBJECT, '')
  return words.trim() === '' && shown !== words ? OBJECT : words
}

function shownAs(character: string): string {
  if (character === '\u0001' || character === '\u0008') return OBJECT
  if (character === '\u000b' || character === '\u000e') return '\n'
  if (character === '\u001e') return '-'
  return character < ' ' && character !== '\t' ? '' : character
}
