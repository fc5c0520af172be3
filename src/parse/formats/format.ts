import type { Document } from '../document.ts'

/** A document as it was published. */
export interface Source {
  readonly bytes: Uint8Array
  /** The file's name, when it has one. */
  readonly name?: string
  /** The media type that came with it, parameters included: `text/html; charset=gbk`. */
  readonly mediaType?: string
}

/** A document of the format that cannot be read all the same: a scan, a file behind a password. */
export interface Refusal {
  /** What came, to stand behind "got": `a scanned PDF without text`. */
  readonly refused: string
  /** What to try, as a sentence. */
  readonly advice: string
}

/** A document format: how it is known, and how it is read. */
export interface Format {
  readonly name: string
  /** Whether the source is of this format, by its first bytes before anything that is said about it. */
  match(source: Source): boolean
  /** The lines of the document, or why there are none; null when the bytes are not what they seemed. */
  read(source: Source): Promise<Document | Refusal | null>
}
