import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { mediaTypeOf } from '../ingest/archive/item-of-file.ts'
import { type ReportObjectText, reportObjectIn } from '../ingest/report-object-text.ts'

/** What a file holds, or why it is nothing that can be ingested. */
export type SourceFile = ReportObjectText

/** A file of JSON is a report object, as `hub read FILE --json` prints it; any other is a document. */
export async function readSourceFile(file: string): Promise<SourceFile> {
  const bytes = await readFile(file)
  const extension = extname(file).toLowerCase()
  if (extension === '.json') return reportObjectIn(bytes)
  return { ok: true, source: { kind: 'FILE', bytes, name: basename(file), mediaType: mediaTypeOf(file) } }
}
