import type { Format, Refusal } from './format.ts'
import { readHtml } from './html.ts'
import { unpacksWithin, ZIP_SIGNATURE, zipEntries } from './zip-entries.ts'

/** Bytes that all files of the archive may take together when they are unpacked. */
export const LARGEST_UNPACKED = 100_000_000

/** A Word file → the lines of the page that mammoth makes of it, with merged cells as row and column spans. */
export const docx: Format = {
  name: 'Word (DOCX)',
  match: ({ bytes }) => ZIP_SIGNATURE.every((byte, index) => bytes[index] === byte),
  read: async ({ bytes }) => {
    const entries = zipEntries(bytes)
    if (entries === null) return damaged
    if (!unpacksWithin(bytes, entries, LARGEST_UNPACKED)) {
      return {
        refused: `a Word file that unpacks to more than ${LARGEST_UNPACKED / 1_000_000} MB`,
        advice: 'Take its pictures out and save it again.',
      }
    }
    const page = await pageOf(bytes)
    return page === null ? damaged : readHtml(page)
  },
}

const damaged: Refusal = {
  refused: 'a Word file (DOCX) that is damaged',
  advice: 'Open it in a word processor and save it again.',
}

async function pageOf(bytes: Uint8Array): Promise<string | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Loaded when the first Word file comes: it takes longer than most documents do.
  const { default: mammoth } = await import('mammoth')
  // Pictures hold no text: they are not unpacked.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    return (await mammoth.convertToHtml({ buffer }, { convertImage })).value
  } catch {
    // Whatever it stumbled over, the file is not what a word processor writes.
    return null
  }
}
