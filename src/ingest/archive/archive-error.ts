/** Which bound an archive is over. */
export type ArchiveBound =
  | 'archiveBytes'
  | 'archiveEntries'
  | 'unpackedBytes'
  | 'archiveRatio'
  | 'entryBytes'
  | 'entryName'

/** An archive that cannot be taken: nothing of it was. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly code: 'ARCHIVE_UNREADABLE' | 'ARCHIVE_TOO_LARGE'
  /** The entry at which it shows; null when it is about the whole. */
  readonly entry: string | null
  readonly over: { readonly of: ArchiveBound; readonly limit: number; readonly got: number | null } | null

  constructor(
    code: ArchiveError['code'],
    message: string,
    entry: string | null,
    over: ArchiveError['over'] = null,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = code
    this.entry = entry
    this.over = over
  }
}

const at = (entry: string | null) => (entry === null ? '' : ` at the entry "${entry}"`)

/** It is damaged, or packed in a way that is not read. */
export function unreadable(expected: string, entry: string | null, got: string, cause?: unknown): ArchiveError {
  const message = `Expected ${expected}, got ${got}${at(entry)}. Nothing of it was taken: pack it anew, and send it again.`
  return new ArchiveError('ARCHIVE_UNREADABLE', message, entry, null, { cause })
}

/** It is larger, longer or denser than is taken. */
export function overBound(of: ArchiveBound, limit: number, got: number | null, entry: string | null): ArchiveError {
  const { what, advice } = BOUNDS_IN_WORDS[of]
  const message = `Expected ${what} at most ${limit}, got ${got ?? 'more'}${at(entry)}. Nothing of it was taken: ${advice}.`
  return new ArchiveError('ARCHIVE_TOO_LARGE', message, entry, { of, limit, got })
}

const BOUNDS_IN_WORDS: Readonly<Record<ArchiveBound, { readonly what: string; readonly advice: string }>> = {
  archiveBytes: { what: 'the bytes of what is sent at once to be', advice: 'send it in parts' },
  archiveEntries: { what: 'the entries of an archive to be', advice: 'send it in parts' },
  unpackedBytes: { what: 'the bytes of all files of an archive to be', advice: 'send it in parts' },
  archiveRatio: {
    what: 'what is unpacked to be, for each byte of the archive,',
    advice: 'no reports are packed so densely; send the files themselves',
  },
  entryBytes: { what: 'the bytes of a file to be', advice: 'leave it out, or send it without its pictures' },
  entryName: { what: 'the characters of the path of a file to be', advice: 'shorten it' },
}
