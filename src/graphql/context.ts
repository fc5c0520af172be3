import type { Actor } from '../store/actor.ts'
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

/** The context of one request. */
export function createContext(given: Omit<Context, 'loaders'>): Context {
  return { ...given, loaders: createLoaders(given.database) }
}
