import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { NewItem } from '../../store/run-items.ts'

/** The media type that the name of a document tells. */
export const mediaTypeOf = (name: string): string =>
  MEDIA_TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.txt': 'text/plain', '.md': 'text/markdown' }

/** A file as an item of a run: JSON is a report object, anything else a document. */
export function itemOfFile(name: string, bytes: Uint8Array): NewItem {
  if (extname(name).toLowerCase() === '.json') return reportObjectItem(name, bytes)
  return { name, kind: 'FILE', mediaType: mediaTypeOf(name), sha256: sha256Of(bytes), bytes }
}

/** A report object as an item of a run. */
export const reportObjectItem = (name: string, bytes: Uint8Array): NewItem => ({
  name,
  kind: 'STRUCTURED',
  mediaType: 'application/json',
  sha256: sha256Of(bytes),
  bytes,
})

const sha256Of = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
