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
  const start = how === 'OWN' ? startEmbeddedPostgres : borrowEmbeddedPostgres
  const postgres = settings.databaseUrl === null ? await start(settings.dataFolder) : null
  let db: Database | undefined
  const close = async () => {
    await db?.close()
    await postgres?.stop()
  }
  try {
    const url = settings.databaseUrl ?? postgres?.url ?? ''
    const { applied } = await migrate(url)
    db = connect(url)
    await loadDistricts(db)
    return { db, applied, postgres, close }
  } catch (error) {
    await close()
    throw error
  }
}
