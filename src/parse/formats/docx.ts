import { withoutHiddenText } from './docx-hidden.ts'
import type { Format, Refusal } from './format.ts'
import { readHtml } from './html.ts'
import { UnpacksTooLarge, ZIP_SIGNATURE, ZipFiles, zipEntries } from './zip-entries.ts'

/** Bytes that the parts of the document may take together when they are unpacked. */
export const LARGEST_UNPACKED = 100_000_000

/** A Word file → the lines of the page that mammoth makes of it, with merged cells as row and column spans. */
export const docx: Format = {
  name: 'Word (DOCX)',
  match: ({ bytes }) => ZIP_SIGNATURE.every((byte, index) => bytes[index] === byte),
  read: async ({ bytes }) => {
    const entries = zipEntries(bytes)
    if (entries === null) return damaged
    const page = await pageOf(new ZipFiles(bytes, entries, LARGEST_UNPACKED))
    return typeof page === 'string' ? readHtml(page) : page
  },
}

const MAIN_PART = /^word\/document\d*\.xml$/

const damaged: Refusal = {
  refused: 'a Word file (DOCX) that is damaged',
  advice: 'Open it in a word processor and save it again.',
}

const tooLarge: Refusal = {
  refused: `a Word file that unpacks to more than ${LARGEST_UNPACKED / 1_000_000} MB`,
  advice: 'Send only the pages of the report, or save it as a web page.',
}

/** An archive as mammoth reads it; its types know archives of its own only, which would be unpacked without limits. */
interface OpenArchive {
  exists(name: string): boolean
  read(name: string, encoding?: string): Promise<Buffer | string>
}

async function pageOf(files: ZipFiles): Promise<string | Refusal> {
  const file: OpenArchive = {
    exists: (name) => files.has(name),
    read: async (name, encoding) => {
      if (encoding === undefined) return files.read(name)
      const text = files.read(name).toString('utf8')
      return MAIN_PART.test(name) ? withoutHiddenText(text) : text
    },
  }
  // Loaded when the first Word file comes: it takes longer than most documents do.
  const { default: mammoth } = await import('mammoth')
  // Pictures hold no text: they are not unpacked.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    return (await mammoth.convertToHtml({ file } as never, { convertImage })).value
  } catch (error) {
    // Whatever else it stumbled over, the file is not what a word processor writes.
    return error instanceof UnpacksTooLarge ? tooLarge : damaged
  }
}
