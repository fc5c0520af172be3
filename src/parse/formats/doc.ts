import type { Document } from '../document.ts'
import { splitCells } from '../stages/split-cells.ts'
import type { Format, Refusal } from './format.ts'
import { beginningOfStream, OLE_SIGNATURE } from './ole-streams.ts'

/** In the second word of a Word document's header. */
const FLAGS = 10
const ENCRYPTED = 0x0100

/**
 * A row of a large table ends with a second tab where that of a small one ends with a line end. It is told from an empty cell by
 * what stands around it: a number before it, and behind it the label that begins the next row, or the text behind the table.
 */
const ROW_END = /(?<=[\d-])\t\t(?=\t*[^\t\n\d-])/g

/** A Word file of the years before 2007 → one line for each paragraph and, as far as the file tells, each row of a table. */
export const doc: Format = {
  name: 'Word (DOC)',
  match: ({ bytes }) => OLE_SIGNATURE.every((byte, index) => bytes[index] === byte),
  read: async ({ bytes }) => {
    const header = beginningOfStream(bytes, 'WordDocument', FLAGS + 2)
    if (header !== null && (header.readUInt16LE(FLAGS) & ENCRYPTED) !== 0) {
      return { refused: 'a Word file (DOC) with a password', advice: 'Save it without a password.' }
    }
    const text = await textOf(bytes)
    return text === null ? damaged : linesOf(text)
  },
}

const damaged: Refusal = {
  refused: 'a Word file (DOC) that is damaged or older than Word 97',
  advice: 'Open it in a word processor and save it as DOCX.',
}

/** What the library gives; its types leave the option out by which quotation marks and dashes stay as they are printed. */
interface WordText {
  getBody(options: { readonly filterUnicode: boolean }): string
}

async function textOf(bytes: Uint8Array): Promise<string | null> {
  const { default: WordExtractor } = await import('word-extractor')
  try {
    const word: WordText = await new WordExtractor().extract(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    )
    return word.getBody({ filterUnicode: false })
  } catch {
    // Whatever it stumbled over, the file is not what a word processor writes.
    return null
  }
}

/** The mark that ends a cell, at the end of a line, is that of the last cell of a row. */
const LAST_CELL = /\t$/

function linesOf(text: string): Document {
  let isWithinRow = false
  const lines = text
    .replace(ROW_END, '\n')
    .split('\n')
    .map((printed, index) => {
      const line = splitCells(printed.replace(LAST_CELL, ''), index + 1, { kind: 'BLOCK', block: index + 1 })
      const endsRow = LAST_CELL.test(printed)
      const isRow = endsRow && !isWithinRow
      // Cells can have line ends of their own: then the row goes on, and where it began is not known.
      isWithinRow = !endsRow && printed.includes('\t')
      return { ...line, isRow }
    })
  return { lines }
}
