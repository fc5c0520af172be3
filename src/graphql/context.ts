import type { Actor } from '../store/actor.ts'
import { findApiKey } from '../store/api-keys.ts'
import type { Database } from '../store/database.ts'
import type { IngestionFeed } from '../store/ingestion-feed.ts'
import { createLoaders, type Loaders } from '../store/loaders.ts'

/** What the resolvers of one request share. */
export interface Context {
  readonly database: Database
  /** Facts of revisions, batched within the request. */
  readonly loaders: Loaders
  /** What is ingested from now on, for subscriptions. */
  readonly ingestions: IngestionFeed
  /**
   * The holder of the key that came with the request; null when none came, or one that is not in use. The store is asked once, and only
   * for a protected field.
   */
  readonly actor: () => Promise<Actor | null>
  /** The largest source to ingest, in bytes; ingestion's default when not given. */
  readonly maxSourceBytes?: number | undefined
}

export interface ContextOptions {
  readonly database: Database
  readonly ingestions: IngestionFeed
  readonly maxSourceBytes?: number | undefined
  /** The header of that name. */
  readonly authorization: string | null
  /** By what the request is known in the log and in what is kept of it. */
  readonly requestId: string
}

/** The context of one request. */
export function createContext({
  database,
  ingestions,
  maxSourceBytes,
  authorization,
  requestId,
}: ContextOptions): Context {
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  let found: Promise<Actor | null> | undefined
  const find = async () => {
    const known = key === undefined ? null : await findApiKey(database, key)
    return known && { key: known, requestId }
  }
  return {
    database,
    ingestions,
    maxSourceBytes,
    loaders: createLoaders(database),
    actor: () => (found ??= find()),
  }
}
