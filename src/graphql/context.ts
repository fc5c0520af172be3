import { findApiKey } from '../store/api-keys.ts'
import type { Database } from '../store/database.ts'
import type { IngestionFeed } from '../store/ingestion-feed.ts'
import { createLoaders, type Loaders } from '../store/loaders.ts'

/** Who sends: the holder of an API key. */
export interface Publisher {
  readonly id: number
  readonly name: string
}

/** What the resolvers of one request share. */
export interface Context {
  readonly database: Database
  /** Facts of revisions, batched within the request. */
  readonly loaders: Loaders
  /** What is ingested from now on, for subscriptions. */
  readonly ingestions: IngestionFeed
  /** The publisher whose key came with the request, or null. The store is asked once, and only for a protected field. */
  readonly publisher: () => Promise<Publisher | null>
  /** The largest source to ingest, in bytes; ingestion's default when not given. */
  readonly maxSourceBytes?: number | undefined
}

export interface ContextOptions {
  readonly database: Database
  readonly ingestions: IngestionFeed
  readonly maxSourceBytes?: number | undefined
  /** The header of that name. */
  readonly authorization: string | null
}

/** The context of one request. */
export function createContext({ database, ingestions, maxSourceBytes, authorization }: ContextOptions): Context {
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  let found: Promise<Publisher | null> | undefined
  return {
    database,
    ingestions,
    maxSourceBytes,
    loaders: createLoaders(database),
    publisher: () => (found ??= key === undefined ? Promise.resolve(null) : findApiKey(database, key)),
  }
}
