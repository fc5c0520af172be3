import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { refuse } from '../read-report.ts'

const golden = (path: string) => readFileSync(join(import.meta.dirname, '../../golden', path))

/** A ZIP archive with one file in it, whose size its directory may lie about. */
function archive(name: string, content: Uint8Array, size = content.length): Buffer {
  const packed = deflateRawSync(content)
  const file = Buffer.from(name)
  const sizes = Buffer.alloc(16)
  sizes.writeUInt16LE(8, 0)
  sizes.writeUInt32LE(crc32(content), 4)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(size, 18)
  common.writeUInt16LE(file.length, 22)
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, file, packed])
  const entry = Buffer.concat([Buffer.from('504b01021400', 'hex'), common, Buffer.alloc(14), file])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}

/** The beginning of a legacy Office file with one stream of that name. */
function compound(stream: string): Buffer {
  const file = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.write(stream, 1024, 'utf16le')
  return file
}

describe('an archive that is no Word file, or a dangerous one, is refused by what it is', () => {
  const text = new TextEncoder().encode('x')
  const bomb = new Uint8Array(101_000_000)
  it.each([
    ['an Excel spreadsheet (XLSX)', archive('xl/workbook.xml', text)],
    ['a PowerPoint presentation (PPTX)', archive('ppt/presentation.xml', text)],
    ['an OFD file', archive('OFD.xml', text)],
    ['an OpenDocument file', archive('content.xml', text)],
    ['a ZIP archive', archive('report.txt', text)],
    ['a damaged ZIP archive', archive('word/document.xml', text).subarray(0, 60)],
    ['a Word file that unpacks to more than 100 MB', archive('word/document.xml', bomb)],
    ['a Word file that unpacks to more than 100 MB', archive('word/document.xml', bomb, 10)],
    ['a Word file (DOCX) that is damaged', archive('word/document.xml', text)],
  ])('%s', async (got, bytes) => expect(await refuse(bytes)).toMatchObject({ code: 'UNSUPPORTED_FORMAT', got }))
})

describe('a legacy Office file', () => {
  it.each([
    ['an Excel spreadsheet (XLS)', compound('Workbook')],
    ['a PowerPoint presentation (PPT)', compound('PowerPoint Document')],
    ['an Office file with a password', compound('EncryptedPackage')],
    ['a legacy Office file that is no Word document, or damaged', compound('Contents')],
    ['a Word file (DOC) that is damaged or older than Word 97', compound('WordDocument')],
    [
      'a legacy Office file that is no Word document, or damaged',
      golden('doc-merged-cells/report.doc').subarray(0, 30_000),
    ],
  ])('%s', async (got, bytes) => expect(await refuse(bytes)).toMatchObject({ code: 'UNSUPPORTED_FORMAT', got }))

  it('with a password says so in its header', async () => {
    const bytes = golden('doc-merged-cells/report.doc')
    const header = bytes.indexOf(Buffer.from([0xec, 0xa5]))
    bytes.writeUInt16LE(bytes.readUInt16LE(header + 10) | 0x0100, header + 10)
    expect(await refuse(bytes)).toMatchObject({ got: 'a Word file (DOC) with a password' })
  })
})

describe('other files are known by their first bytes', () => {
  it.each([
    ['a RAR archive', '526172211a0700'],
    ['a 7z archive', '377abcaf271c'],
    ['a PNG image', '89504e470d0a1a0a'],
    ['a TIFF image', '49492a00'],
    ['a BMP image', '424d3600000000000000'],
  ])('%s', async (got, hex) =>
    expect(await refuse(Buffer.from(hex, 'hex'))).toMatchObject({ code: 'UNSUPPORTED_FORMAT', got }),
  )
})
