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
  const underWay: Storing[] = []
  for await (const { files } of groupsOf(filesIn(paths, options), options)) {
    const districts = new Set(files.map(districtOf).filter((code) => code !== null))
    // Reports of one district are stored in the order of their files.
    while (
      underWay.length >= MOST_UNDER_WAY ||
      underWay.some((one) => one.districts.some((code) => districts.has(code)))
    ) {
      yield* (await underWay.shift()?.stored) ?? []
    }
    const stored = storeGroup(db, files)
    // Whoever asks for what became of them is told of a fault.
    stored.catch(() => undefined)
    underWay.push({ districts: [...districts], stored })
  }
  for (const { stored } of underWay) yield* await stored
}

/** Files that are being stored. */
interface Storing {
  readonly districts: readonly string[]
  readonly stored: Promise<IngestedFile[]>
}

/** Groups that are stored at the same time: while one is judged and its rows are made, PostgreSQL writes those of another. */
const MOST_UNDER_WAY = 2

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

/** The district that a file was read as a report of. */
const districtOf = ({ read }: ReadFile): string | null => (read.ok ? read.revision.district.code : null)

/** Files that are stored together. */
class Group {
  readonly files: ReadFile[] = []
  readonly #began = performance.now()
  #bytes = 0

  add(file: ReadFile): void {
    this.files.push(file)
    if (file.read.ok) this.#bytes += file.read.revision.source.bytes.length
  }

  /** Whether it has no room for the file. To where another district begins it has some: groups of one district wait for each other. */
  isTooFullFor(file: ReadFile): boolean {
    const last = this.files.at(-1)
    if (last === undefined || this.files.length < MOST_TOGETHER.items) return false
    return districtOf(file) !== districtOf(last) || this.files.length >= MOST_TOGETHER.items * 1.5
  }

  /** Whether it waits for no other file. */
  get isDue(): boolean {
    return this.#bytes >= MOST_TOGETHER.bytes || performance.now() - this.#began >= LONGEST_READING
  }
}

/** Files that were read, so many as are stored together. */
async function* groupsOf(files: AsyncIterable<FileIn>, options: IngestOptions): AsyncGenerator<Group> {
  let group = new Group()
  for await (const { file, read: found } of files) {
    const one = { file, read: found.ok ? await read(found.source, options) : found }
    if (group.isTooFullFor(one)) {
      yield group
      group = new Group()
    }
    group.add(one)
    if (!group.isDue) continue
    yield group
    group = new Group()
  }
  if (group.files.length > 0) yield group
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
