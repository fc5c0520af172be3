import { ARCHIVE_BOUNDS, type ArchiveBounds } from '../ingest/archive/archive-bounds.ts'
import { ArchiveError } from '../ingest/archive/archive-error.ts'
import { itemsInFile, packedAs } from '../ingest/archive/items-in-file.ts'
import {
  type Ingested,
  type IngestOptions,
  type IngestSource,
  LONGEST_READING,
  MOST_TOGETHER,
  previewBesideStored,
  type Read,
  read,
  store,
} from '../ingest/ingest.ts'
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
 * Ingests files in their order, and tells what became of each: those in folders and below, of archives the files in them, of lines a
 * report object each. What is refused does not hold up the others. Some are stored together, while the next ones are read. Without a store
 * nothing is stored.
 */
export async function* ingestFiles(
  db: Database | null,
  paths: readonly string[],
  { isDryRun = false, ...options }: IngestFilesOptions = {},
): AsyncGenerator<IngestedFile, void, undefined> {
  if (db === null || isDryRun) {
    for await (const { file, read } of filesIn(paths, options)) {
      if (!read.ok) {
        yield { file, ...read }
        continue
      }
      const { source } = read
      const previewed = await (db === null ? preview(source, options) : previewBesideStored(db, source, options))
      yield { file, ...(previewed.ok ? { ...previewed, outcome: 'READ' as const } : previewed) }
    }
    return
  }
  let before: Promise<IngestedFile[]> = Promise.resolve([])
  for await (const group of groupsOf(filesIn(paths, options), options)) {
    const done = await before
    before = storeGroup(db, group)
    // Whoever asks for what became of them is told of a fault.
    before.catch(() => undefined)
    yield* done
  }
  yield* await before
}

/** A file with its source, or why there is none. */
interface FileIn {
  readonly file: string
  readonly read: SourceFile | { readonly ok: false; readonly error: ArchiveError }
}

async function* filesIn(paths: readonly string[], options: IngestOptions): AsyncGenerator<FileIn, void, undefined> {
  for (const { path, name } of (await Promise.all(paths.map(filesBelow))).flat()) {
    if (packedAs(name) === null) {
      yield { file: path, read: await readSourceFile(path) }
      continue
    }
    try {
      // To its end first: of an archive that is broken nothing is taken.
      for await (const _ of itemsInFile(path, name, boundsOf(options)));
      for await (const item of itemsInFile(path, name, boundsOf(options))) {
        yield { file: `${path}${item.name.slice(name.length)}`, read: sourceOf(item) }
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error
      yield { file: path, read: { ok: false, error } }
    }
  }
}

/** A file that was read, or why it cannot be stored. */
interface ReadFile {
  readonly file: string
  readonly read: Read | { readonly ok: false; readonly error: ArchiveError }
}

/** Files that were read, so many as are stored together. */
async function* groupsOf(files: AsyncIterable<FileIn>, options: IngestOptions): AsyncGenerator<ReadFile[]> {
  let group: ReadFile[] = []
  let bytes = 0
  let began = performance.now()
  for await (const { file, read: found } of files) {
    const one = found.ok ? await read(found.source, options) : found
    group.push({ file, read: one })
    if (one.ok) bytes += one.revision.source.bytes.length
    const isFull = group.length >= MOST_TOGETHER.items || bytes >= MOST_TOGETHER.bytes
    if (!isFull && performance.now() - began < LONGEST_READING) continue
    yield group
    group = []
    bytes = 0
    began = performance.now()
  }
  if (group.length > 0) yield group
}

async function storeGroup(db: Database, group: readonly ReadFile[]): Promise<IngestedFile[]> {
  const readable = group.flatMap(({ read }) => (read.ok ? [read] : []))
  const stored = (await store(db, readable)).values()
  return group.map(({ file, read }) => {
    if (!read.ok) return { file, ...read }
    const one = stored.next().value
    if (one === undefined) throw new Error(`Expected to be told what became of ${file}, was not.`)
    if ('fault' in one) throw one.fault
    return { file, ...one }
  })
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
