import type { Database } from '../store/database.ts'
import type { Loaders } from '../store/loaders.ts'

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
  /** The publisher whose key came with the request, or null. Asked of the store once, and only when a field is protected. */
  readonly publisher: () => Promise<Publisher | null>
  /** The largest source that may be ingested, in bytes; the default of ingestion when not given. */
  readonly maxSourceBytes?: number
}
