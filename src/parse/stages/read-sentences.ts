import { COUNTED, LIST_GOES_ON, LIST_ITEM, LIST_OPENING } from '../../domain/claim-words.ts'
import type { Locator } from '../../domain/locator.ts'
import type { Document } from '../document.ts'
import { plain } from '../plain.ts'

/** A sentence of the running text. */
export interface Sentence {
  /** As printed. */
  readonly text: string
  /** Where it begins. */
  readonly at: Locator
  /** The short line, or the short beginning of its own line, under which it stands, in plain text; empty when there is none. */
  readonly heading: string
  /** Whether its line begins with it. */
  readonly opensLine: boolean
  /** Whether it is the line's and goes on with the list of the line before. */
  readonly isListItem: boolean
  /** Whether a heading or a table stands between it and the sentence before. */
  readonly isApart: boolean
}

/** A line this short, without a full stop, can be a heading of what follows. */
const HEADING_LENGTH = 24
/** A longer sentence is none: a document that has lost its full stops. */
const SENTENCE_LENGTH = 2_000

/** The sentences of a document, in its order. Lines that tables took are left out. */
export function readSentences(document: Document, tableLines: ReadonlySet<number>): Sentence[] {
  const sentences: Sentence[] = []
  let heading = ''
  let isApart = true
  let isInList = false
  for (const line of document.lines) {
    if (line.plain === '' || line.text.length > SENTENCE_LENGTH * 10) continue
    // A sentence right before a table can look like the beginning of its first label.
    if (line.isRow || (tableLines.has(line.number) && !line.text.includes('。'))) {
      isApart = true
      continue
    }
    if (isHeading(line.plain)) {
      heading = line.plain
      isApart = true
      continue
    }
    let above = heading
    let opensLine = true
    for (const { 0: printed, index } of line.text.matchAll(/[^。！？!?]+[。！？!?]?/gu)) {
      const text = printed.trim()
      if (text === '' || text.length > SENTENCE_LENGTH) continue
      const at = line.at.kind === 'TEXT' ? { ...line.at, column: line.text.indexOf(text, index) + 1 } : line.at
      const isListItem = opensLine && !isApart && (isInList || LIST_ITEM.test(line.plain))
      sentences.push({ text, at, heading: above, opensLine, isListItem, isApart })
      // (三)行政复议情况。 at the beginning of a line.
      if (opensLine && isHeading(plain(text).replace(/。$/u, ''))) above = plain(text)
      opensLine = false
      isApart = false
    }
    isInList = LIST_OPENING.test(line.plain) || (isInList && LIST_GOES_ON.test(line.plain))
  }
  return sentences
}

function isHeading(text: string): boolean {
  return text.length <= HEADING_LENGTH && !/[。;]/u.test(text) && !COUNTED.test(text)
}
