import type { Refusal } from '../formats/format.ts'
import { hasStream, OLE_SIGNATURE } from '../formats/ole-streams.ts'
import { ZIP_SIGNATURE, zipEntries } from '../formats/zip-entries.ts'

/** What to try, by what came. */
const ADVICE = {
  archive: 'Unpack it, and send the report that is in it.',
  picture: 'Send the document that the picture shows, or its text.',
  sheet: 'Send the report itself, as a web page, Word file or PDF file.',
  word: 'Open it in a word processor and save it as DOCX.',
  ofd: 'Open it in an OFD reader and save it as PDF, or send the web page or Word file of the report.',
  password: 'Save it without a password.',
  damaged: 'Download it again, or open it in the program that made it and save it anew.',
  text: 'Send the text of the report.',
} as const

interface Kind {
  readonly refused: string
  readonly advice: keyof typeof ADVICE
}

/** Formats that are told by their first bytes and are not read. */
const SIGNATURES: readonly (Kind & { readonly bytes: readonly number[] })[] = [
  { refused: 'an empty ZIP archive', advice: 'archive', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { refused: 'a RAR archive', advice: 'archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { refused: 'a 7z archive', advice: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { refused: 'a gzip archive', advice: 'archive', bytes: [0x1f, 0x8b] },
  { refused: 'an XZ archive', advice: 'archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { refused: 'a PNG image', advice: 'picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { refused: 'a JPEG image', advice: 'picture', bytes: [0xff, 0xd8, 0xff] },
  { refused: 'a GIF image', advice: 'picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { refused: 'a TIFF image', advice: 'picture', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { refused: 'a TIFF image', advice: 'picture', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { refused: 'a WebP image, or another RIFF file', advice: 'picture', bytes: [0x52, 0x49, 0x46, 0x46] },
  { refused: 'an RTF file', advice: 'word', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]

/** What is in a ZIP archive of a known kind; null where it is read. */
const ZIP_KINDS: readonly { readonly kind: Kind | null; readonly has: RegExp }[] = [
  { kind: null, has: /^word\/document\d*\.xml$/ },
  { kind: { refused: 'an Excel spreadsheet (XLSX)', advice: 'sheet' }, has: /^xl\// },
  { kind: { refused: 'a PowerPoint presentation (PPTX)', advice: 'sheet' }, has: /^ppt\// },
  { kind: { refused: 'an OFD file', advice: 'ofd' }, has: /^OFD\.xml$/i },
  { kind: { refused: 'an OpenDocument file', advice: 'word' }, has: /^content\.xml$/ },
]

/**
 * The streams by which files of the old Office are told apart, and those of WPS, which are built alike. One with a password holds the
 * whole document in another.
 */
const OLE_KINDS: readonly { readonly kind: Kind | null; readonly stream: string }[] = [
  { kind: { refused: 'an Office file with a password', advice: 'password' }, stream: 'EncryptedPackage' },
  { kind: null, stream: 'WordDocument' },
  { kind: { refused: 'an Excel spreadsheet (XLS)', advice: 'sheet' }, stream: 'Workbook' },
  { kind: { refused: 'an Excel spreadsheet (XLS)', advice: 'sheet' }, stream: 'Book' },
  { kind: { refused: 'a PowerPoint presentation (PPT)', advice: 'sheet' }, stream: 'PowerPoint Document' },
]

/** A bitmap begins with two letters, and has two zeros where a text has characters. */
const BITMAP = /^BM[\s\S]{4}\0{4}/
const XML = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\b/
const PAGE = /<(?:!doctype\s+html|html|body|table)\b/i
/** A Word document, or a spreadsheet, that is one XML file. */
const OFFICE_XML = /<\?mso-application\b|<pkg:package\b/i

/** The format that is not read, and what to try; null when the bytes may be a document that is read. */
export function detectFormat(bytes: Uint8Array): Refusal | null {
  const kind = kindOf(bytes)
  return kind === null ? null : { refused: kind.refused, advice: ADVICE[kind.advice] }
}

function kindOf(bytes: Uint8Array): Kind | null {
  if (beginsWith(bytes, ZIP_SIGNATURE)) return zipKind(bytes)
  if (beginsWith(bytes, OLE_SIGNATURE)) {
    const known = OLE_KINDS.find(({ stream }) => hasStream(bytes, stream))
    if (known !== undefined) return known.kind
    return { refused: 'a legacy Office file that is no Word document, or damaged', advice: 'word' }
  }
  const known = SIGNATURES.find((signature) => beginsWith(bytes, signature.bytes))
  if (known !== undefined) return known
  const beginning = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (BITMAP.test(beginning)) return { refused: 'a BMP image', advice: 'picture' }
  if (!XML.test(beginning) || PAGE.test(beginning)) return null
  return { refused: 'an XML document', advice: OFFICE_XML.test(beginning) ? 'word' : 'text' }
}

function zipKind(bytes: Uint8Array): Kind | null {
  const entries = zipEntries(bytes)
  if (entries === null) return { refused: 'a damaged ZIP archive', advice: 'damaged' }
  const known = ZIP_KINDS.find(({ has }) => entries.some(({ name }) => has.test(name)))
  if (known !== undefined) return known.kind
  const isLocked = entries.some(({ isEncrypted }) => isEncrypted)
  return { refused: isLocked ? 'a ZIP archive with a password' : 'a ZIP archive', advice: 'archive' }
}

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}
