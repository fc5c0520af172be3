import { type Ingested, type IngestOptions, ingest } from '../ingest/ingest.ts'
import type { Database } from '../store/database.ts'
import { filesOf } from './files-of.ts'
import { readSourceFile } from './source-file.ts'

/** What became of one file. */
export type IngestedFile = { readonly file: string } & Ingested

/** Ingests files one after the other; a folder stands for the files in it. A file that is refused does not hold up the others. */
export async function ingestFiles(
  db: Database,
  paths: readonly string[],
  options: IngestOptions = {},
  told: (result: IngestedFile) => void = () => undefined,
): Promise<IngestedFile[]> {
  const results: IngestedFile[] = []
  for (const file of (await Promise.all(paths.map(filesOf))).flat()) {
    const read = await readSourceFile(file)
    const result = { file, ...(read.ok ? await ingest(db, read.source, options) : read) }
    told(result)
    results.push(result)
  }
  return results
}
