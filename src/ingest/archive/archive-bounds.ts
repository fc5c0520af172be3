import { MAX_SOURCE_BYTES } from '../preview.ts'

/** How large an archive may be, and what is in it. */
export interface ArchiveBounds {
  /** Bytes that are sent at once. */
  readonly archiveBytes: number
  readonly archiveEntries: number
  /** Bytes of all of its files. */
  readonly unpackedBytes: number
  /** Bytes unpacked for each byte of the archive, beyond the first ten million. */
  readonly archiveRatio: number
  /** Bytes of one file. */
  readonly entryBytes: number
  /** Characters of the path of a file. */
  readonly entryName: number
}

export const ARCHIVE_BOUNDS: ArchiveBounds = {
  archiveBytes: 2_000_000_000,
  archiveEntries: 100_000,
  unpackedBytes: 8_000_000_000,
  archiveRatio: 100,
  entryBytes: MAX_SOURCE_BYTES,
  entryName: 500,
}

/** So much may be unpacked of the smallest archive. */
export const UNPACKED_ANYWAY = 10_000_000
