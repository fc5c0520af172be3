import { OPERATOR } from '../store/actor.ts'
import type { Database } from '../store/database.ts'
import { KeyEndedError } from '../store/key-in-use.ts'
import { AlreadySettled, type BegunItem, failItem, storedWith } from '../store/run-items.ts'
import { type IngestSource, ingest } from './ingest.ts'
import type { IngestError } from './ingest-error.ts'
import { type ItemError, keptError, keyNotInUse, notProcessed } from './item-error.ts'
import { reportObjectIn } from './report-object-text.ts'

/** How often an item is begun at most that does not come to an end. */
export const MOST_ATTEMPTS = 4

/**
 * Reads, judges and stores an item of a run, and settles it: as stored in the transaction of its revision, or as failed. An item that was
 * settled otherwise meanwhile is left, and nothing of it is stored.
 * @throws what is nobody's fault but ours or the store's: the item waits then as before
 */
export async function processItem(db: Database, item: BegunItem, maxSourceBytes?: number): Promise<void> {
  if (item.attempts > MOST_ATTEMPTS) return fail(db, item, notProcessed(MOST_ATTEMPTS, null))
  // Rights are those of this moment, not those of when it was sent.
  if (!item.isKeyInUse) return fail(db, item, keyNotInUse(item.key?.name ?? ''))
  const source = sourceOf(item)
  if ('code' in source) return fail(db, item, source)
  const { districtCode, year, expectedRevision, refuseOn, reason } = item
  try {
    const ingested = await ingest(db, source, {
      ...(districtCode !== null && { districtCode }),
      ...(year !== null && { year }),
      ...(expectedRevision !== null && { expectedRevision }),
      ...(refuseOn !== null && { refuseOn }),
      ...(reason !== null && { reason }),
      ...(maxSourceBytes !== undefined && { maxSourceBytes }),
      actor: item.key === null ? OPERATOR : { key: item.key, requestId: `run ${item.runId}` },
      alongside: storedWith(item),
    })
    if (!ingested.ok) await fail(db, item, ingested.error)
  } catch (error) {
    if (error instanceof KeyEndedError) return fail(db, item, keyNotInUse(item.key?.name ?? ''))
    if (!(error instanceof AlreadySettled)) throw error
  }
}

/** Settles an item as failed. */
export async function fail(db: Database, item: BegunItem, error: ItemError): Promise<void> {
  await failItem(db, item, keptError(error))
}

function sourceOf({ kind, name, mediaType, source }: BegunItem): IngestSource | IngestError {
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
  if (kind === 'TEXT') return { kind, text: new TextDecoder().decode(bytes) }
  if (kind === 'FILE') return { kind, name: name.slice(name.lastIndexOf('/') + 1), bytes, mediaType }
  const read = reportObjectIn(bytes)
  return read.ok ? read.source : read.error
}
