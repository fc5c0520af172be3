import type { DocStreams } from './doc-paragraphs.ts'
import { docParagraphs } from './doc-paragraphs.ts'
import { linesOfParagraphs } from './doc-tables.ts'
import type { Format, Refusal } from './format.ts'
import { OLE_SIGNATURE } from './ole-streams.ts'

// Places in a Word document's header ([MS-DOC] 2.5).
const VERSION = 2
const FLAGS = 10
const ENCRYPTED = 0x0100
const TABLE_IS_1 = 0x0200
const WORD_97 = 0xc1

/** A Word file of the years before 2007 → one line for each paragraph and each row of a table. */
export const doc: Format = {
  name: 'Word (DOC)',
  match: ({ bytes }) => OLE_SIGNATURE.every((byte, index) => bytes[index] === byte),
  read: async ({ bytes }) => {
    // Loaded when the first such file comes.
    const { default: compoundFile } = await import('cfb')
    try {
      const container = compoundFile.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        type: 'buffer',
      })
      const stream = (name: string): Buffer | null => {
        const content = compoundFile.find(container, `/${name}`)?.content
        return content === undefined ? null : Buffer.from(content)
      }
      const main = stream('WordDocument')
      if (main === null || main.readUInt16LE(VERSION) < WORD_97) return damaged
      const flags = main.readUInt16LE(FLAGS)
      if ((flags & ENCRYPTED) !== 0) return withPassword
      const table = stream((flags & TABLE_IS_1) !== 0 ? '1Table' : '0Table')
      return table === null ? damaged : linesOf({ main, table, data: stream('Data') })
    } catch {
      // Whatever it stumbled over, the file is not what a word processor writes.
      return damaged
    }
  },
}

const damaged: Refusal = {
  refused: 'a Word file (DOC) that is damaged or older than Word 97',
  advice: 'Open it in a word processor and save it as DOCX.',
}

const withPassword: Refusal = {
  refused: 'a Word file (DOC) with a password',
  advice: 'Save it without a password.',
}

const linesOf = (streams: DocStreams) => linesOfParagraphs(docParagraphs(streams))
