import { ARCHIVE_BOUNDS, type ArchiveBounds } from '../ingest/archive/archive-bounds.ts'
import { ArchiveError } from '../ingest/archive/archive-error.ts'
import { itemsInFile, packedAs } from '../ingest/archive/items-in-file.ts'
import { type Ingested, type IngestOptions, type IngestSource, ingest, previewBesideStored } from '../ingest/ingest.ts'
import { type Judged, preview } from '../ingest/preview.ts'
import { reportObjectIn } from '../ingest/report-object-text.ts'
import type { Database } from '../store/database.ts'
import type { NewItem } from '../store/run-items.ts'
import { filesBelow } from './files-below.ts'
import { readSourceFile, type SourceFile } from './source-file.ts'

/** What became of one file. */
export type IngestedFile = { readonly file: string } & (
  | Ingested
  /** It was read and judged, and nothing was stored. */
  | (Judged & { readonly outcome: 'READ' })
  /** It is an archive that cannot be taken. */
  | { readonly ok: false; readonly error: ArchiveError }
)

export interface IngestFilesOptions extends IngestOptions {
  /** Store nothing. */
  readonly isDryRun?: boolean
}

/**
 * Ingests files one after the other, and tells what became of each: those in folders and below, of archives the files in them, of lines a
 * report object each. What is refused does not hold up the others. Without a store nothing is stored.
 */
export async function* ingestFiles(
  db: Database | null,
  paths: readonly string[],
  { isDryRun = false, ...options }: IngestFilesOptions = {},
): AsyncGenerator<IngestedFile, void, undefined> {
  const takeIn = async (file: string, read: SourceFile): Promise<IngestedFile> => {
    if (!read.ok) return { file, ...read }
    if (db !== null && !isDryRun) return { file, ...(await ingest(db, read.source, options)) }
    const previewed = await (db === null
      ? preview(read.source, options)
      : previewBesideStored(db, read.source, options))
    return { file, ...(previewed.ok ? { ...previewed, outcome: 'READ' as const } : previewed) }
  }
  for (const { path, name } of (await Promise.all(paths.map(filesBelow))).flat()) {
    if (packedAs(name) === null) {
      yield await takeIn(path, await readSourceFile(path))
      continue
    }
    try {
      // To its end first: of an archive that is broken nothing is taken.
      for await (const _ of itemsInFile(path, name, boundsOf(options)));
      for await (const item of itemsInFile(path, name, boundsOf(options))) {
        yield await takeIn(`${path}${item.name.slice(name.length)}`, sourceOf(item))
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error
      yield { file: path, ok: false, error }
    }
  }
}

const boundsOf = ({ maxSourceBytes }: IngestOptions): ArchiveBounds => ({
  ...ARCHIVE_BOUNDS,
  ...(maxSourceBytes !== undefined && { entryBytes: maxSourceBytes }),
})

function sourceOf({ kind, name, mediaType, bytes }: NewItem): SourceFile {
  if (kind === 'STRUCTURED') return reportObjectIn(bytes)
  const source: IngestSource = { kind: 'FILE', name: name.slice(name.lastIndexOf('/') + 1), mediaType, bytes }
  return { ok: true, source }
}
