import { findApiKey } from '../store/api-keys.ts'
import type { Database } from '../store/database.ts'

/** Whether a request may read what is not for everybody: one with a key that is in use. */
export async function mayReadPrivate(database: Database, { headers }: Request): Promise<boolean> {
  const key = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  return key !== undefined && (await findApiKey(database, key)) !== null
}
