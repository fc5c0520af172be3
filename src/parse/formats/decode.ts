import { SUBJECT } from '../../domain/document-words.ts'
import type { Issue } from '../../domain/issue.ts'

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

/** Of so many characters one may be lost; where more are, the bytes are in another encoding. */
const LOST_ONE_IN = 50
/** Stands for what could not be decoded: it makes a number unreadable. */
const LOST = '□'
const LOST_BYTES = /\ufffd+/gu

/** A text of which some bytes make no sense, and the issue that says so. */
export interface BrokenText {
  readonly text: string
  readonly issue: Issue
}

/**
 * Bytes of which a few are in no encoding, because a page was cut off or put together from pieces → the text in the encoding that makes
 * sense of most, with a square for what is lost. Null when too much is, or the text does not speak of the subject.
 */
export function brokenText(bytes: Uint8Array, declared: readonly string[] = []): BrokenText | null {
  const readings = [...declared, 'utf-8', ...GUESSES].flatMap((encoding) => {
    const text = decodeAs(bytes, encoding, false)
    const lost = text?.match(LOST_BYTES)?.length ?? 0
    return text !== null && SUBJECT.test(text) && lost * LOST_ONE_IN <= text.length ? [{ encoding, text, lost }] : []
  })
  const [best] = readings.toSorted((one, other) => one.lost - other.lost)
  if (best === undefined) return null
  const text = best.text.replace(LOST_BYTES, LOST)
  const first = text.indexOf(LOST)
  const message = `Expected text in ${best.encoding.toUpperCase()}, got bytes that are none in ${best.lost} place(s). Each is shown as ${LOST}.`
  const raw = text.slice(Math.max(0, first - 20), first + 20)
  return { text, issue: { code: 'text.unreadable', message, paths: [], raw, at: null } }
}

/** Of so many characters one may be a NUL: where more are, it is half of the characters of another encoding. */
const NUL_ONE_IN = 50

/** The text of bytes that are UTF-8 but for a NUL here and there; null when they are not. */
export function textWithNul(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const nuls = text.split('\0').length - 1
    return nuls > 0 && nuls * NUL_ONE_IN <= text.length ? text : null
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, encoding: string, fatal = true): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal }).decode(bytes)
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
