import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

// Archives made byte by byte, so that they can be wrong in every way.

export interface Entry {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  /** The general-purpose flags; 0x800 says that the name is UTF-8. */
  readonly flags?: number
  readonly method?: 0 | 8
  /** What the archive tells, where it is not what is there. */
  readonly checksum?: number
  readonly size?: number
  /** The letter of a tar entry: 0 for a file, 2 for a link, 5 for a folder. */
  readonly kind?: string
}

const bytesOf = (value: string | Uint8Array) => Buffer.from(value as string)

export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, flags = 0x800, method = 8, ...told } of entries) {
    const raw = bytesOf(content)
    const packed = method === 8 ? deflateRawSync(raw) : raw
    const title = bytesOf(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(flags, 2)
    head.writeUInt16LE(method, 4)
    head.writeUInt32LE(told.checksum ?? crc32(raw), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(told.size ?? raw.length, 18)
    head.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, title, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, title]))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06', 'latin1'), end])
}

export function tarOf(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ name, content, kind = '0', size }) => {
    const raw = bytesOf(content)
    const head = Buffer.alloc(512)
    bytesOf(name).copy(head, 0)
    head.write('0000644\0', 100)
    head.write('0000000\0', 108)
    head.write('0000000\0', 116)
    head.write(`${(size ?? raw.length).toString(8).padStart(11, '0')}\0`, 124)
    head.write('00000000000\0', 136)
    head.fill(' ', 148, 156)
    head.write(kind, 156)
    if (kind === '2') head.write('target', 157)
    head.write('ustar\x0000', 257, 'latin1')
    const sum = head.reduce((total, byte) => total + byte, 0)
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [head, raw, Buffer.alloc((512 - (raw.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

export const tarGzOf = (entries: readonly Entry[]): Buffer => gzipSync(tarOf(entries))
