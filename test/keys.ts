import { createHash } from 'node:crypto'
import { createApiKey, type NewKeyRights } from '../src/store/api-keys.ts'
import type { Database } from '../src/store/database.ts'

/** A key that was good until a second ago. */
export async function expiredKey(db: Database, name: string, { scopes = ['INGEST'] }: NewKeyRights = {}) {
  const key = `hub_${name}`
  await db.pool.query(
    `INSERT INTO api_keys (name, sha256, scopes, expires_at) VALUES ($1, $2, $3, now() - interval '1 second')`,
    [name, createHash('sha256').update(key).digest(), scopes],
  )
  return key
}

/** A key that was revoked before anything was done with it. */
export async function revokedKey(db: Database, name: string, rights: NewKeyRights = {}) {
  const { key } = await createApiKey(db, name, rights)
  await db.pool.query('UPDATE api_keys SET revoked_at = now() WHERE name = $1', [name])
  return key
}
