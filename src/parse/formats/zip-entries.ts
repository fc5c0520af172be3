import { inflateRawSync } from 'node:zlib'

/** A file in a ZIP archive, as the archive's directory tells of it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly packedSize: number
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
      size: archive.readUInt32LE(place + 24),
      packedSize: archive.readUInt32LE(place + 20),
      method: archive.readUInt16LE(place + 10),
      offset: archive.readUInt32LE(place + 42),
      isEncrypted: (archive.readUInt16LE(place + 8) & 1) === 1,
    })
    place = nameEnd + archive.readUInt16LE(place + 30) + archive.readUInt16LE(place + 32)
  }
  return entries
}

/**
 * Whether the archive unpacks to at most `limit` bytes. What its directory says is not believed: the files are unpacked to see, but
 * never further than the limit.
 */
export function unpacksWithin(bytes: Uint8Array, entries: readonly ZipEntry[], limit: number): boolean {
  let left = limit - entries.reduce((sum, { size }) => sum + size, 0)
  if (left < 0) return false
  left = limit
  for (const entry of entries) {
    const size = entry.method === DEFLATED ? inflatedSize(bytes, entry, left) : entry.packedSize
    if (size === null || size > left) return false
    left -= size
  }
  return true
}

/** Null when it is larger than the limit. A file that cannot be unpacked has no size that matters. */
function inflatedSize(bytes: Uint8Array, { offset, packedSize }: ZipEntry, limit: number): number | null {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(offset, offset + 30)
  if (header.length < 30) return 0
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  try {
    return inflateRawSync(bytes.subarray(start, start + packedSize), { maxOutputLength: Math.max(1, limit) }).length
  } catch (error) {
    return error instanceof RangeError ? null : 0
  }
}

function endOfDirectory(archive: Buffer): number | null {
  const lowest = Math.max(0, archive.length - 22 - LONGEST_COMMENT)
  for (let place = archive.length - 22; place >= lowest; place -= 1) {
    if (archive.readUInt32LE(place) === END_OF_DIRECTORY) return place
  }
  return null
}
