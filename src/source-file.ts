import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { IngestSource } from './ingest/preview.ts'

/** A file of JSON is a report object, as `hub read FILE --json` prints it; any other is a document. */
export async function readSourceFile(file: string): Promise<IngestSource> {
  const bytes = await readFile(file)
  if (extname(file).toLowerCase() !== '.json') {
    const mediaType = MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
    return { kind: 'FILE', bytes, name: basename(file), mediaType }
  }
  return { kind: 'STRUCTURED', object: parsedJson(bytes) }
}

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.txt': 'text/plain', '.md': 'text/markdown' }

// What is not JSON is no report object either: ingestion says so.
function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
