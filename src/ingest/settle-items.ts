import { OPERATOR } from '../store/actor.ts'
import type { Database } from '../store/database.ts'
import { KeyEndedError } from '../store/key-in-use.ts'
import { AlreadySettled, type BegunItem, failItem, storedWith } from '../store/run-items.ts'
import { type IngestSource, type Readable, read, store } from './ingest.ts'
import type { IngestError } from './ingest-error.ts'
import { type ItemError, keptError, keyNotInUse, notProcessed } from './item-error.ts'
import { reportObjectIn } from './report-object-text.ts'

/** How often an item is begun at most that does not come to an end. */
export const MOST_ATTEMPTS = 4

/** Nobody waits for the reading of an item: that the machine has much to do is not the fault of its document. */
const MOST_MILLISECONDS = 30_000

/** An item whose source was read, or why it cannot be. */
export interface ReadItem {
  readonly item: BegunItem
  readonly read: Readable | { readonly ok: false; readonly error: ItemError }
}

/** An item that is as it was, through what is nobody's fault but ours or the store's. */
export interface FaultyItem {
  readonly item: BegunItem
  readonly error: unknown
}

/** Reads the source of an item. */
export async function readItem(item: BegunItem, maxSourceBytes?: number): Promise<ReadItem> {
  const failed = (error: ItemError): ReadItem => ({ item, read: { ok: false, error } })
  if (item.attempts > MOST_ATTEMPTS) return failed(notProcessed(MOST_ATTEMPTS, null))
  // Rights are those of this moment, not those of when it was sent.
  if (!item.isKeyInUse) return failed(keyNotInUse(item.key?.name ?? ''))
  const source = sourceOf(item)
  if ('code' in source) return failed(source)
  const { districtCode, year, expectedRevision, refuseOn, reason } = item
  return {
    item,
    read: await read(source, {
      ...(districtCode !== null && { districtCode }),
      ...(year !== null && { year }),
      ...(expectedRevision !== null && { expectedRevision }),
      ...(refuseOn !== null && { refuseOn }),
      ...(reason !== null && { reason }),
      ...(maxSourceBytes !== undefined && { maxSourceBytes }),
      mostMilliseconds: MOST_MILLISECONDS,
      actor: item.key === null ? OPERATOR : { key: item.key, requestId: `run ${item.runId}` },
    }),
  }
}

/**
 * Stores items that were read, and settles them: as stored in the transaction of their revisions, or as failed. An item that was settled
 * otherwise meanwhile is left, and nothing of it is stored.
 * @returns the items that wait as before, because of what is nobody's fault but ours or the store's
 */
export async function settleItems(db: Database, items: readonly ReadItem[]): Promise<FaultyItem[]> {
  const readable = items.flatMap(({ item, read }) => (read.ok ? [{ item, read }] : []))
  const faulty: FaultyItem[] = []
  const failed = items.flatMap(({ item, read }) => (read.ok ? [] : [{ item, error: read.error }]))
  const stored = await store(
    db,
    readable.map((one) => one.read),
    storedWith(readable.map(({ item }) => item)),
  )
  for (const [place, one] of stored.entries()) {
    const { item } = readable[place] as (typeof readable)[number]
    if (!('fault' in one)) {
      if (!one.ok) failed.push({ item, error: one.error })
    } else if (one.fault instanceof KeyEndedError) {
      failed.push({ item, error: keyNotInUse(item.key?.name ?? '') })
    } else if (!(one.fault instanceof AlreadySettled)) {
      faulty.push({ item, error: one.fault })
    }
  }
  for (const { item, error } of failed) {
    await fail(db, item, error).catch((fault: unknown) => void faulty.push({ item, error: fault }))
  }
  return faulty
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
