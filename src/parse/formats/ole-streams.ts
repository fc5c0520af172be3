/** How a legacy Office file (an OLE compound file) begins. */
export const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0] as const

/** Entries of the directory of an OLE compound file stand at multiples of their length. */
const DIRECTORY_ENTRY = 128

/** Whether an OLE compound file has a stream of that name. */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The name in UTF-16 with its end mark: `Book` is not the beginning of `Bookmarks`.
  const entry = Buffer.from(`${name}\0`, 'utf16le')
  for (let place = file.indexOf(entry); place >= 0; place = file.indexOf(entry, place + 1)) {
    if (place % DIRECTORY_ENTRY === 0) return true
  }
  return false
}
