import { hasStream, OLE_SIGNATURE } from '../formats/ole-streams.ts'
import { ZIP_SIGNATURE, zipEntries } from '../formats/zip-entries.ts'

/** Formats that are told by their first bytes and are not read. */
const SIGNATURES: readonly { readonly format: string; readonly bytes: readonly number[] }[] = [
  { format: 'an empty ZIP archive', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'a RAR archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { format: 'a 7z archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { format: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { format: 'an XZ archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { format: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { format: 'a GIF image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'a TIFF image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'a TIFF image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: 'a WebP image, or another RIFF file', bytes: [0x52, 0x49, 0x46, 0x46] },
  { format: 'an RTF file', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]

/** What is in a ZIP archive of a known kind. */
const ZIP_KINDS: readonly { readonly format: string | null; readonly has: RegExp }[] = [
  { format: null, has: /^word\/document\d*\.xml$/ },
  { format: 'an Excel spreadsheet (XLSX)', has: /^xl\// },
  { format: 'a PowerPoint presentation (PPTX)', has: /^ppt\// },
  { format: 'an OFD file', has: /^OFD\.xml$/ },
  { format: 'an OpenDocument file', has: /^content\.xml$/ },
]

/** The streams by which legacy Office files are told apart. One with a password holds the whole document in another. */
const OLE_KINDS: readonly { readonly format: string | null; readonly stream: string }[] = [
  { format: 'an Office file with a password', stream: 'EncryptedPackage' },
  { format: null, stream: 'WordDocument' },
  { format: 'an Excel spreadsheet (XLS)', stream: 'Workbook' },
  { format: 'an Excel spreadsheet (XLS)', stream: 'Book' },
  { format: 'a PowerPoint presentation (PPT)', stream: 'PowerPoint Document' },
]

/** A bitmap begins with two letters, and has two zeros where a text has characters. */
const BITMAP = /^BM[\s\S]{4}\0{4}/
const XML = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\b/
const PAGE = /<(?:!doctype\s+html|html|body|table)\b/i
const MAIL = /^MIME-Version:|^Content-Type:\s*multipart/im

/** The name of a format that is not read; null when the bytes may be a document that is. */
export function detectFormat(bytes: Uint8Array): string | null {
  if (beginsWith(bytes, ZIP_SIGNATURE)) return zipFormat(bytes)
  if (beginsWith(bytes, OLE_SIGNATURE)) {
    const kind = OLE_KINDS.find(({ stream }) => hasStream(bytes, stream))
    return kind === undefined ? 'a legacy Office file that is no Word document, or damaged' : kind.format
  }
  const known = SIGNATURES.find((signature) => beginsWith(bytes, signature.bytes))
  if (known !== undefined) return known.format
  const beginning = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (BITMAP.test(beginning)) return 'a BMP image'
  if (XML.test(beginning) && !PAGE.test(beginning)) return 'an XML document'
  return MAIL.test(beginning.slice(0, 512)) ? 'a web archive (MHTML) or a mail' : null
}

function zipFormat(bytes: Uint8Array): string | null {
  const entries = zipEntries(bytes)
  if (entries === null) return 'a damaged ZIP archive'
  const kind = ZIP_KINDS.find(({ has }) => entries.some(({ name }) => has.test(name)))
  if (kind !== undefined) return kind.format
  return entries.some(({ isEncrypted }) => isEncrypted) ? 'a ZIP archive with a password' : 'a ZIP archive'
}

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}
