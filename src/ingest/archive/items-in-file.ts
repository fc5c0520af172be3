import { readFile, stat } from 'node:fs/promises'
import type { NewItem } from '../../store/run-items.ts'
import { ARCHIVE_BOUNDS, type ArchiveBounds, UNPACKED_ANYWAY } from './archive-bounds.ts'
import { overBound } from './archive-error.ts'
import type { ArchivedFile } from './archived-file.ts'
import { isHidden, safePath } from './entry-name.ts'
import { fileLines } from './file-lines.ts'
import { itemOfFile, reportObjectItem } from './item-of-file.ts'
import { tarFiles } from './tar-files.ts'
import { zipFiles } from './zip-files.ts'

/** An entry of an archive that is no file of anybody's. */
export interface LeftOut {
  readonly name: string
  readonly why: 'HIDDEN' | 'NO_FILE'
}

/** The names of archives, and of files with a report object on each line. A document of Word is a ZIP archive, too, and a document. */
export function packedAs(name: string): 'ZIP' | 'TAR' | 'LINES' | null {
  if (/\.zip$/i.test(name)) return 'ZIP'
  if (/\.(tar|tar\.gz|tgz)$/i.test(name)) return 'TAR'
  return /\.(jsonl|ndjson)$/i.test(name) ? 'LINES' : null
}

/**
 * What is in a file at a path: the file itself; of an archive the files in it; of lines a report object each. In the memory of the largest
 * of them.
 * @param name what it is called, by which it is known what it is
 * @param leftOut told of each entry that is left out
 * @throws ArchiveError when it is damaged, or over a bound
 */
export async function* itemsInFile(
  path: string,
  name: string,
  bounds: ArchiveBounds = ARCHIVE_BOUNDS,
  leftOut: (entry: LeftOut) => void = () => undefined,
): AsyncGenerator<NewItem> {
  const called = safePath(name)
  const { size } = await stat(path)
  const packed = packedAs(called)
  if (packed === null) {
    if (size > bounds.entryBytes) throw overBound('entryBytes', bounds.entryBytes, size, called)
    yield itemOfFile(named(called, bounds), await readFile(path))
    return
  }
  if (size > bounds.archiveBytes) throw overBound('archiveBytes', bounds.archiveBytes, size, null)
  if (packed === 'LINES') {
    let lines = 0
    for await (const { number, bytes } of fileLines(path, bounds.entryBytes)) {
      lines += 1
      if (lines > bounds.archiveEntries) throw overBound('archiveEntries', bounds.archiveEntries, null, null)
      yield reportObjectItem(named(`${called}:${number}`, bounds), bytes)
    }
    return
  }
  const files = packed === 'ZIP' ? zipFiles(path) : tarFiles(path)
  const meter = new Meter(bounds, size)
  for await (const file of files) {
    const entry = safePath(file.name)
    meter.count(entry, file)
    const why = isHidden(entry) ? 'HIDDEN' : file.isFile ? null : 'NO_FILE'
    if (why !== null) {
      leftOut({ name: entry, why })
      continue
    }
    yield itemOfFile(named(`${called}/${entry}`, bounds), await file.read())
  }
}

function named(name: string, { entryName }: ArchiveBounds): string {
  const length = [...name].length
  if (length > entryName) throw overBound('entryName', entryName, length, `${name.slice(0, 100)}…`)
  return name
}

/** What has been met of an archive. Sizes are what it tells; no more than that is ever unpacked of a file. */
class Meter {
  readonly #bounds: ArchiveBounds
  readonly #most: number
  #entries = 0
  #bytes = 0

  constructor(bounds: ArchiveBounds, archiveBytes: number) {
    this.#bounds = bounds
    this.#most = UNPACKED_ANYWAY + archiveBytes * bounds.archiveRatio
  }

  count(name: string, { size }: ArchivedFile): void {
    const { archiveEntries, unpackedBytes, archiveRatio, entryBytes } = this.#bounds
    this.#entries += 1
    this.#bytes += size
    if (this.#entries > archiveEntries) throw overBound('archiveEntries', archiveEntries, null, null)
    if (size > entryBytes) throw overBound('entryBytes', entryBytes, size, name)
    if (this.#bytes > unpackedBytes) throw overBound('unpackedBytes', unpackedBytes, null, name)
    if (this.#bytes > this.#most) throw overBound('archiveRatio', archiveRatio, null, name)
  }
}
