/** The encodings in which reports are published. Those of two bytes are written by turning the decoder's table around. */
export const ENCODINGS = ['utf-8', 'utf-8 with a mark', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** A text in an encoding; null when it has characters that the encoding has not. */
export function encode(text: string, encoding: Encoding): Uint8Array | null {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8 with a mark') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  const bytes: number[] = []
  for (const character of text) {
    const code = character < '\u0080' ? [character.charCodeAt(0)] : tableOf(encoding).get(character)
    if (code === undefined) return null
    bytes.push(...code)
  }
  return Uint8Array.from(bytes)
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function tableOf(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const made = tables.get(encoding)
  if (made !== undefined) return made
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding)
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\ufffd') table.set(character, [lead, trail])
    }
  }
  tables.set(encoding, table)
  return table
}
