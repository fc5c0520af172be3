import { createHash, randomBytes } from 'node:crypto'
import type { KeyRights } from './actor.ts'
import type { Database } from './database.ts'
import { StoreError } from './store-error.ts'

// A key is 256 random bits, so a plain digest of it cannot be turned back or guessed: nothing slower is needed.
const digest = (key: string) => new Uint8Array(createHash('sha256').update(key).digest())

/** What a new key is to be for: ingestion of any report, for ever, when nothing is given. */
export type NewKeyRights = Partial<Omit<KeyRights, 'id' | 'name'>> & { readonly expiresAt?: Date | null }

/**
 * Makes a key. This is the only time the key itself is known: the store keeps its SHA-256.
 * @param name 1 to 100 characters, none of which breaks a line or moves the cursor.
 * @throws StoreError when the name is not that, or there is a key of that name already.
 */
export async function createApiKey(
  db: Database,
  name: string,
  { scopes = ['INGEST'], districtCodes = [], agencyIds = [], expiresAt = null }: NewKeyRights = {},
): Promise<{ id: number; key: string }> {
  if (!FIT_NAME.test(name) || name.trim() === '') {
    throw new StoreError(
      'API_KEY_NAME_UNFIT',
      `Expected the name of a key to have 1 to 100 characters, without tabs, line breaks and other control characters, got ${shown(name)}: choose a name such as "city".`,
    )
  }
  const key = `hub_${randomBytes(32).toString('base64url')}`
  const { rows } = await db.pool.query<{ id: number }>(
    `INSERT INTO api_keys (name, sha256, scopes, district_codes, agency_ids, expires_at)
     VALUES ($1, $2, $3::key_scope[], $4, $5, $6) ON CONFLICT (name) DO NOTHING RETURNING id`,
    [name, digest(key), scopes, districtCodes, agencyIds, expiresAt],
  )
  const [created] = rows
  if (created) return { id: created.id, key }
  throw new StoreError(
    'API_KEY_NAME_TAKEN',
    `Expected a name that no key has, got "${name}": choose another, such as "${name} 2".`,
  )
}

const FIT_NAME = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,100}$/u

// As JSON, so that what cannot be seen can be seen.
function shown(name: string): string {
  const characters = [...name]
  if (characters.length <= 100) return JSON.stringify(name)
  return `${JSON.stringify(`${characters.slice(0, 20).join('')}…`)} with ${characters.length} characters`
}

/** Whose key it is, and what it may do; null when there is no such key, or it is revoked or expired. Notes, to the minute, that it was used. */
export async function findApiKey(db: Database, key: string): Promise<KeyRights | null> {
  const { rows } = await db.pool.query<KeyRights>(
    `WITH found AS (
       SELECT * FROM api_keys
       WHERE sha256 = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
     ), noted AS (
       UPDATE api_keys SET last_used_at = now()
       WHERE id IN (SELECT id FROM found WHERE last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
     )
     SELECT id, name, scopes::text[] AS scopes, district_codes::text[] AS "districtCodes", agency_ids AS "agencyIds" FROM found`,
    [digest(key)],
  )
  return rows[0] ?? null
}

/** A key as its owner may see it. */
export interface ApiKey extends KeyRights {
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
}

/** Every key, oldest first. */
export async function listApiKeys(db: Database): Promise<ApiKey[]> {
  return db.prisma.apiKey.findMany({ omit: { sha256: true }, orderBy: { id: 'asc' } })
}

/** Revokes a key for good: what was ingested with it stays. Returns whether a key of that name was in use. */
export async function revokeApiKey(db: Database, name: string): Promise<boolean> {
  const { count } = await db.prisma.apiKey.updateMany({
    where: { name, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count > 0
}
