import { SUBJECT } from '../../domain/document-words.ts'

const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** Encodings that take almost any bytes: a guess that the text itself must bear out. GB18030 includes GBK and GB2312. */
const GUESSES = ['gb18030', 'big5'] as const
const GUESSES_WITH_NUL = ['utf-16le', 'utf-16be'] as const

/**
 * Bytes → text: by the byte-order mark; by an encoding that the document declares, if the text then speaks of the subject, since
 * declarations are often wrong; else as UTF-8, which refuses what is not UTF-8; else by guesses that are held to the same test. Null
 * when the bytes are in none of them, or are no text.
 */
export function decode(bytes: Uint8Array, declared: readonly string[] = []): string | null {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte))
  if (mark !== undefined) return decodeAs(bytes, mark.encoding)
  for (const encoding of declared) {
    const text = decodeAs(bytes, encoding)
    if (text !== null && SUBJECT.test(text)) return text
  }
  const text = decodeAs(bytes, 'utf-8')
  if (text !== null) return text
  for (const encoding of bytes.includes(0) ? GUESSES_WITH_NUL : GUESSES) {
    const guess = decodeAs(bytes, encoding)
    if (guess !== null && SUBJECT.test(guess)) return guess
  }
  return declared.map((encoding) => decodeAs(bytes, encoding)).find((decoded) => decoded !== null) ?? null
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    // Not this encoding, or no encoding that is known.
    return null
  }
}

/** The encoding that a media type names: `text/html; charset=gbk`. */
export function charsetOf(mediaType: string | undefined): readonly string[] {
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType ?? '')?.[1]
  return charset === undefined ? [] : [charset]
}
