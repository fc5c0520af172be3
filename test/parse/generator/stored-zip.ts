import { crc32 } from 'node:zlib'

/** Files, stored as they are, in a ZIP archive. */
export function storedZip(files: Readonly<Record<string, string>>): Buffer {
  const written = Object.entries(files).map(([name, text]) => ({ name: Buffer.from(name), content: Buffer.from(text) }))
  let offset = 0
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  for (const { name, content } of written) {
    const common = commonHeader(name, content)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, content])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), common, rest, name)
    locals.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, entries, end])
}

/** What the header of a file and its entry in the directory share: the version, then sizes and checks. */
function commonHeader(name: Buffer, content: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt32LE(crc32(content), 10)
  header.writeUInt32LE(content.length, 14)
  header.writeUInt32LE(content.length, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}
