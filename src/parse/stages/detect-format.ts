/** Formats that are told by their first bytes and are not read as text. */
const SIGNATURES: readonly { readonly format: string; readonly bytes: readonly number[] }[] = [
  { format: 'a ZIP archive (a Word or Excel file is one, too)', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'a legacy Office file', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { format: 'a GIF image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { format: 'an RTF file', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]

const MARKUP = /^\s*<(!doctype|html|head|body|\?xml)/i

/** The name of a format that is not plain text; null when the bytes may be plain text. */
export function detectFormat(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte))
  if (known !== undefined) return known.format
  const beginning = Buffer.from(bytes.subarray(0, 512)).toString('latin1').replace(/^ï»¿/, '')
  return MARKUP.test(beginning) ? 'a web page (HTML)' : null
}
