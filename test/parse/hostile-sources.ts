import { constants, crc32, deflateRawSync } from 'node:zlib'
import { smallPdf } from './formats/small-pdf.ts'

// Sources that are made to cost their reader more than their size: small files, huge insides.

export const TITLE = '大兴区2020年政府信息公开工作年度报告'
const encoder = new TextEncoder()

/** What stands in an archive, and what was packed: its length in bytes and its CRC-32. */
export interface Packed {
  readonly bytes: Uint8Array
  readonly length: number
  readonly checksum: number
}

/** A file for a ZIP archive. Its sizes are what its headers say, true or not. */
export interface ZipFile {
  readonly name: string
  readonly packed: Packed
  readonly method?: 0 | 8
  readonly size?: number
  readonly packedSize?: number
  /** Where its own header stands, when it is that of a file before it. */
  readonly offset?: number
  /** Behind its name in the directory. */
  readonly extra?: Uint8Array
}

/** What the end of an archive's directory says, when it is not the truth. */
export interface ZipEnd {
  readonly count?: number
  readonly offset?: number
  readonly before?: Uint8Array
}

/** Bytes as they stand in an archive: one round of DEFLATE. */
export function packed(content: Uint8Array | string): Packed {
  const bytes = Buffer.from(content)
  return { bytes: deflateRawSync(bytes), length: bytes.length, checksum: crc32(bytes) }
}

/**
 * A stream of DEFLATE that inflates to a beginning, one megabyte again and again, and an end. Nothing of that size is ever made: each
 * stretch is compressed once and stands on its own.
 */
export function packedBomb(beginning: string, megabyte: Uint8Array, times: number, end: string): Packed {
  const stretch = (content: Uint8Array | string) => deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH })
  const repeated = stretch(megabyte)
  let checksum = crc32(beginning)
  for (let time = 0; time < times; time += 1) checksum = crc32(megabyte, checksum)
  return {
    bytes: Buffer.concat([stretch(beginning), ...Array.from({ length: times }, () => repeated), deflateRawSync(end)]),
    length: Buffer.byteLength(beginning) + megabyte.length * times + Buffer.byteLength(end),
    checksum: crc32(end, checksum),
  }
}

/** A megabyte of the same word. */
export const megabyteOf = (word: string): Uint8Array => Buffer.alloc(1_000_000, word)

/** A ZIP archive. */
export function zip(files: readonly ZipFile[], { count = files.length, offset, before }: ZipEnd = {}): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let place = 0
  for (const file of files) {
    const name = Buffer.from(file.name)
    const extra = Buffer.from(file.extra ?? [])
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(file.method ?? 8, 4)
    common.writeUInt32LE(file.packed.checksum, 10)
    common.writeUInt32LE(file.packedSize ?? file.packed.bytes.length, 14)
    common.writeUInt32LE((file.size ?? file.packed.length) % 2 ** 32, 18)
    common.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, file.packed.bytes])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(file.offset ?? place, 10)
    const ownExtra = Buffer.from(common)
    ownExtra.writeUInt16LE(extra.length, 24)
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), ownExtra, rest, name, extra]))
    if (file.offset === undefined) {
      bodies.push(body)
      place += body.length
    }
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count & 0xffff, 8)
  end.writeUInt16LE(count & 0xffff, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset ?? place, 16)
  return Buffer.concat([...bodies, entries, before ?? Buffer.alloc(0), end])
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'

export const BODY_BEGINNING = `<w:document ${NAMESPACE}><w:body><w:p><w:r><w:t>${TITLE}</w:t></w:r></w:p>`
export const BODY_END = '</w:body></w:document>'

/** A Word file with such a packed main part, and such files beside it. */
export function docxOf(document: Packed, beside: readonly ZipFile[] = [], end?: ZipEnd): Uint8Array {
  return zip(
    [
      { name: '[Content_Types].xml', packed: packed(CONTENT_TYPES) },
      { name: '_rels/.rels', packed: packed(RELATIONS) },
      { name: 'word/document.xml', packed: document },
      ...beside,
    ],
    end,
  )
}

/** A Word file with such a body. */
export const docx = (body: string): Uint8Array => docxOf(packed(BODY_BEGINNING + body + BODY_END))

/** Entities that grow tenfold from one to the next. */
export function billionLaughs(): Uint8Array {
  const entities = Array.from(
    { length: 10 },
    (_, level) => `<!ENTITY e${level + 1} "${level === 0 ? '笑' : `&e${level};`.repeat(10)}">`,
  )
  const type = `<!DOCTYPE w:document [${entities.join('')}]>`
  return docxOf(packed(`${type}${BODY_BEGINNING}<w:p><w:r><w:t>&e10;</w:t></w:r></w:p>${BODY_END}`))
}

/** A PDF file with such a packed content stream. */
export function pdfOfStream({ bytes: stream }: Packed): Uint8Array {
  const zlib = Buffer.concat([Buffer.from('789c', 'hex'), stream, Buffer.alloc(4)])
  const head = '%PDF-1.4\n'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    null,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  const parts: Buffer[] = [Buffer.from(head)]
  const places: number[] = []
  let place = head.length
  const add = (part: Buffer) => {
    parts.push(part)
    place += part.length
  }
  objects.forEach((object, index) => {
    places.push(place)
    add(Buffer.from(`${index + 1} 0 obj\n`))
    if (object !== null) add(Buffer.from(object))
    else {
      add(Buffer.from(`<</Filter/FlateDecode/Length ${zlib.length}>>stream\n`))
      add(zlib)
      add(Buffer.from('\nendstream'))
    }
    add(Buffer.from('\nendobj\n'))
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  add(Buffer.from(`xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${place}\n%%EOF`))
  return Buffer.concat(parts)
}

/** A PDF file whose page draws that. */
export const pdfOf = (content: string, more: Partial<Parameters<typeof smallPdf>[0]> = {}): Uint8Array =>
  smallPdf({ content, ...more })

/** A PDF file without a table of its objects: each reader looks for them by itself. */
export const bareObjects = (objects: readonly string[]): Uint8Array =>
  encoder.encode(
    `%PDF-1.4\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer<</Root 1 0 R>>\n%%EOF`,
  )

export const text = (content: string): Uint8Array => encoder.encode(content)
export const page = (body: string): Uint8Array => text(`<!doctype html><html><body>${TITLE}${body}`)
