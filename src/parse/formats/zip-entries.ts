import { crc32, inflateRawSync } from 'node:zlib'

/** A file in a ZIP archive, as the archive's directory tells of it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly packedSize: number
  /** Of what is in it: CRC-32. */
  readonly checksum: number
  readonly method: number
  /** Where its own header begins. */
  readonly offset: number
  readonly isEncrypted: boolean
}

/** How a ZIP archive with files in it begins. */
export const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04] as const

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 10_000
const DEFLATED = 8

/** The files of a ZIP archive; null when it is damaged. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(archive)
  if (end === null) return null
  const count = archive.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) return null
  const entries: ZipEntry[] = []
  let place = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > archive.length || archive.readUInt32LE(place) !== DIRECTORY_ENTRY) return null
    const nameEnd = place + 46 + archive.readUInt16LE(place + 28)
    entries.push({
      name: archive.toString('utf8', place + 46, nameEnd),
      packedSize: archive.readUInt32LE(place + 20),
      checksum: archive.readUInt32LE(place + 16),
      method: archive.readUInt16LE(place + 10),
      offset: archive.readUInt32LE(place + 42),
      isEncrypted: (archive.readUInt16LE(place + 8) & 1) === 1,
    })
    place = nameEnd + archive.readUInt16LE(place + 30) + archive.readUInt16LE(place + 32)
  }
  return entries
}

/** More is in the files of an archive than is unpacked of one. */
export class UnpacksTooLarge extends Error {}

/** The files of an archive, unpacked when they are asked for. */
export class ZipFiles {
  readonly #archive: Buffer
  readonly #entries: ReadonlyMap<string, ZipEntry>
  #left: number

  /** Unpacks no more than `limit` bytes of all files together: what a directory says of sizes is not believed. */
  constructor(bytes: Uint8Array, entries: readonly ZipEntry[], limit: number) {
    this.#archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]))
    this.#left = limit
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** What is in a file; throws where it is not there or damaged, and `UnpacksTooLarge`. */
  read(name: string): Buffer {
    const entry = this.#entries.get(name)
    if (entry === undefined) throw new RangeError(`Expected the file ${name} in the archive; there is none.`)
    const { offset, packedSize, method, checksum } = entry
    const start = offset + 30 + this.#archive.readUInt16LE(offset + 26) + this.#archive.readUInt16LE(offset + 28)
    const packed = this.#archive.subarray(start, start + packedSize)
    const content = method === DEFLATED ? inflate(packed, this.#left) : packed
    if (content.length > this.#left) throw new UnpacksTooLarge()
    this.#left -= content.length
    if (crc32(content) !== checksum) throw new RangeError(`Expected the file ${name} whole; its checksum differs.`)
    return content
  }
}

function inflate(packed: Uint8Array, limit: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    throw error instanceof RangeError ? new UnpacksTooLarge() : error
  }
}

function endOfDirectory(archive: Buffer): number | null {
  const lowest = Math.max(0, archive.length - 22 - LONGEST_COMMENT)
  for (let place = archive.length - 22; place >= lowest; place -= 1) {
    if (archive.readUInt32LE(place) === END_OF_DIRECTORY) return place
  }
  return null
}
