import { SUBJECT } from '../../domain/document-words.ts'
import type { Document } from '../document.ts'
import { splitCells } from '../stages/split-cells.ts'
import type { Format } from './format.ts'

/** Encodings that are tried in turn when no byte-order mark tells; both refuse bytes that are not theirs. */
const ENCODINGS = ['utf-8', 'gb18030'] as const

/** Text in an encoding that reports are published in → lines of cells. Whatever no other format claims is tried as text. */
export const plainText: Format = {
  name: 'plain text',
  match: () => true,
  read: async ({ bytes }) => {
    const text = decode(bytes)
    return text === null ? null : linesOf(text)
  },
}

/** Text → one line of cells for each of its lines. */
export function linesOf(text: string): Document {
  return { lines: text.split(/\r\n|[\n\r\u2028\u2029\f]/u).map((line, index) => splitCells(line, index + 1)) }
}

function decode(bytes: Uint8Array): string | null {
  for (const encoding of markedEncoding(bytes) ?? ENCODINGS) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // Almost any bytes are GB18030: they are taken for it only if the text then speaks of our subject.
      if (!text.includes('\0') && (encoding !== 'gb18030' || SUBJECT.test(text))) return text
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return null
}

function markedEncoding(bytes: Uint8Array): readonly string[] | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return null
}
