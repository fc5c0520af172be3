import type { Settings } from './settings.ts'
import { connect, type Database } from './store/database.ts'
import { borrowEmbeddedPostgres, type EmbeddedPostgres, startEmbeddedPostgres } from './store/embedded-postgres.ts'
import { loadDistricts } from './store/load-districts.ts'
import { migrate } from './store/migrate.ts'

/** A store that is migrated and knows the districts. */
export interface OpenStore {
  readonly db: Database
  /** The names of the migrations applied at opening. */
  readonly applied: readonly string[]
  /** The embedded server, when it is the one used. */
  readonly postgres: EmbeddedPostgres | null
  close(): Promise<void>
}

/**
 * Opens the database of the settings, or else the embedded one, and brings it up to date.
 * @param how OWN to be the one hub on the data folder; BORROW to use the server of a hub that runs, if one does.
 * @throws StoreError when the database cannot be opened.
 */
export async function openStore(settings: Settings, how: 'OWN' | 'BORROW'): Promise<OpenStore> {
  const { url, postgres, close: letGo } = await reachDatabase(settings, how)
  let db: Database | undefined
  const close = async () => {
    await db?.close()
    await letGo()
  }
  try {
    const { applied } = await migrate(url)
    db = connect(url, { keptBytes: settings.revisionCacheMegabytes * 1_000_000 })
    await loadDistricts(db)
    return { db, applied, postgres, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A database as it is: nothing was asked of it, and nothing brought up to date. */
export interface ReachedDatabase {
  readonly url: string
  /** The embedded server, when it is the one used. */
  readonly postgres: EmbeddedPostgres | null
  close(): Promise<void>
}

/**
 * The database of the settings, or else that of the embedded server, which is started when it does not run.
 * @param how as for `openStore`.
 * @throws StoreError when the embedded server cannot be used.
 */
export async function reachDatabase(settings: Settings, how: 'OWN' | 'BORROW'): Promise<ReachedDatabase> {
  const { databaseUrl, dataFolder } = settings
  if (databaseUrl !== null) return { url: databaseUrl, postgres: null, close: async () => undefined }
  const postgres = await (how === 'OWN' ? startEmbeddedPostgres : borrowEmbeddedPostgres)(dataFolder)
  return { url: postgres.url, postgres, close: () => postgres.stop() }
}
