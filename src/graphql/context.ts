import type { Actor } from '../store/actor.ts'
import { findApiKey } from '../store/api-keys.ts'
import type { Database } from '../store/database.ts'
import type { IngestionFeed } from '../store/ingestion-feed.ts'
import { createLoaders, type Loaders } from '../store/loaders.ts'
import type { RunFeed } from '../store/run-feed.ts'

/** What the resolvers of one request share. */
export interface Context {
  readonly database: Database
  /** Facts of revisions, batched within the request. */
  readonly loaders: Loaders
  /** What is ingested from now on, for subscriptions. */
  readonly ingestions: IngestionFeed
  /** What happens in runs from now on, for subscriptions. */
  readonly runs: RunFeed
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
  readonly runs: RunFeed
  readonly maxSourceBytes?: number | undefined
  /** The header of that name. */
  readonly authorization: string | null
  /** By what the request is known in the log and in what is kept of it. */
  readonly requestId: string
}

/** Who sends a request with this header `Authorization`; null when it has no key, or one that is not in use. */
export async function actorOf(
  database: Database,
  authorization: string | null,
  requestId: string,
): Promise<Actor | null> {
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  const known = key === undefined ? null : await findApiKey(database, key)
  return known && { key: known, requestId }
}

/** The context of one request. */
export function createContext({
  database,
  ingestions,
  runs,
  maxSourceBytes,
  authorization,
  requestId,
}: ContextOptions): Context {
  let found: Promise<Actor | null> | undefined
  return {
    database,
    ingestions,
    runs,
    maxSourceBytes,
    loaders: createLoaders(database),
    actor: () => (found ??= actorOf(database, authorization, requestId)),
  }
}
