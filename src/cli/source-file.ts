import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { IngestSource } from '../ingest/preview.ts'
import type { ReportObjectError } from '../ingest/report-object.ts'

/** What a file holds, or why it is nothing that can be ingested. */
export type SourceFile =
  | { readonly ok: true; readonly source: IngestSource }
  | { readonly ok: false; readonly error: ReportObjectError }

/** A file of JSON is a report object, as `hub read FILE --json` prints it; any other is a document. */
export async function readSourceFile(file: string): Promise<SourceFile> {
  const bytes = await readFile(file)
  const extension = extname(file).toLowerCase()
  if (extension === '.json') return reportObjectIn(new TextDecoder().decode(bytes))
  const mediaType = MEDIA_TYPES[extension] ?? 'application/octet-stream'
  return { ok: true, source: { kind: 'FILE', bytes, name: basename(file), mediaType } }
}

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.txt': 'text/plain', '.md': 'text/markdown' }

/** A text of JSON as a report object, or why it is none. */
export function reportObjectIn(text: string): SourceFile {
  try {
    return { ok: true, source: { kind: 'STRUCTURED', object: JSON.parse(text) } }
  } catch (error) {
    const expected = 'a report object as JSON'
    const got = `text that is not JSON: ${reason(text, error)}`
    const message = `Expected ${expected}, got ${got}. Compare what hub read FILE --json prints.`
    return { ok: false, error: { code: 'INVALID_REPORT_OBJECT', expected, got, message } }
  }
}

// The parser names the place or quotes it, save for the end of the text.
function reason(text: string, error: unknown): string {
  const told = error instanceof Error ? error.message : String(error)
  if (!told.startsWith('Unexpected end')) return told
  const lines = text.split('\n')
  return `${told} (line ${lines.length} column ${(lines.at(-1) ?? '').length + 1})`
}
