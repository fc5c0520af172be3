import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { type Ingested, type IngestOptions, ingest } from '../ingest/ingest.ts'
import type { Database } from '../store/database.ts'
import { filesOf } from './files-of.ts'
import { readReportLines } from './report-lines.ts'
import { readSourceFile } from './source-file.ts'

/** What became of one file; of JSON Lines, of one line, which is named behind the file: `reports.jsonl:3`. */
export type IngestedFile = { readonly file: string } & Ingested

/**
 * Ingests files one after the other, and tells what became of each; a folder stands for the files in it, and a file of JSON Lines for the
 * reports on its lines. What is refused does not hold up the others.
 */
export async function* ingestEach(
  db: Database,
  paths: readonly string[],
  options: IngestOptions = {},
): AsyncGenerator<IngestedFile, void, undefined> {
  for (const file of (await Promise.all(paths.map(filesOf))).flat()) {
    if (extname(file).toLowerCase() === '.jsonl') {
      for await (const { line, read } of readReportLines(createReadStream(file), options.maxSourceBytes))
        yield { file: `${file}:${line}`, ...(read.ok ? await ingest(db, read.source, options) : read) }
    } else {
      const read = await readSourceFile(file)
      yield { file, ...(read.ok ? await ingest(db, read.source, options) : read) }
    }
  }
}

/** The same for a few files, with all results at the end. */
export async function ingestFiles(
  db: Database,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestedFile[]> {
  const results: IngestedFile[] = []
  for await (const result of ingestEach(db, paths, options)) results.push(result)
  return results
}
