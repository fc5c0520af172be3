/** How a legacy Office file (an OLE compound file) begins. */
export const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0] as const

/** Entries of the directory of an OLE compound file stand at multiples of their length. */
const DIRECTORY_ENTRY = 128
const FIRST_SECTOR = 116
const SECTOR_SHIFT = 30

/** Whether an OLE compound file has a stream of that name. */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  return directoryEntry(bufferOf(bytes), name) !== null
}

/** The first bytes of a stream; null when the file has none of that name. */
export function beginningOfStream(bytes: Uint8Array, name: string, length: number): Buffer | null {
  const file = bufferOf(bytes)
  const entry = directoryEntry(file, name)
  if (entry === null || entry + DIRECTORY_ENTRY > file.length) return null
  const sector = file.readUInt32LE(entry + FIRST_SECTOR)
  const start = (sector + 1) * 2 ** file.readUInt16LE(SECTOR_SHIFT)
  return start + length > file.length ? null : file.subarray(start, start + length)
}

function directoryEntry(file: Buffer, name: string): number | null {
  // The name in UTF-16 with its end mark: `Book` is not the beginning of `Bookmarks`.
  const entry = Buffer.from(`${name}\0`, 'utf16le')
  for (let place = file.indexOf(entry); place >= 0; place = file.indexOf(entry, place + 1)) {
    if (place % DIRECTORY_ENTRY === 0) return place
  }
  return null
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
