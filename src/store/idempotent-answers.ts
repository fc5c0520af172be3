import type { Database } from './database.ts'
import { isPresent } from './presence.ts'

/** A request that is to be answered once. */
export interface IdempotentRequest {
  readonly keyId: number
  /** As its sender names it. */
  readonly idempotencyKey: string
  /** The SHA-256 of all that is asked. */
  readonly sha256: Uint8Array
}

/** An answer as it was given. */
export interface KeptAnswer {
  readonly status: number
  readonly mediaType: string
  readonly body: Uint8Array
}

export type Claimed =
  /** It is to be worked out, and then kept or released. */
  | { readonly state: 'OURS' }
  | ({ readonly state: 'ANSWERED' } & KeptAnswer)
  /** Somebody who is there works it out. */
  | { readonly state: 'UNDER_WAY' }
  /** Something else was asked by this name. */
  | { readonly state: 'REUSED' }

/** Days for which an answer is kept. */
export const KEPT_DAYS = 7

/** Claims a request for the process of that number, unless it is answered or under way. One that died has no claim. */
export async function claimRequest(db: Database, request: IdempotentRequest, owner: string): Promise<Claimed> {
  const { pool } = db
  const { keyId, idempotencyKey, sha256 } = request
  while (true) {
    const { rows } = await pool.query<{ made: boolean }>(CLAIM, [keyId, idempotencyKey, Buffer.from(sha256), owner])
    if (rows.length > 0) return { state: 'OURS' }
    const { rows: found } = await pool.query<KeptAnswer & { sha256: Buffer; owner: string; status: number | null }>(
      `SELECT request_sha256 AS sha256, owner::text AS owner, status::int AS status, media_type AS "mediaType", body
       FROM idempotent_answers WHERE key_id = $1 AND idempotency_key = $2`,
      [keyId, idempotencyKey],
    )
    const [row] = found
    // Released in between.
    if (row === undefined) continue
    if (Buffer.compare(row.sha256, sha256) !== 0) return { state: 'REUSED' }
    if (row.status !== null) {
      return { state: 'ANSWERED', status: row.status, mediaType: row.mediaType, body: row.body }
    }
    if (row.owner === owner || (await isPresent(db, row.owner))) return { state: 'UNDER_WAY' }
    const { rowCount } = await pool.query(
      `UPDATE idempotent_answers SET owner = $4 WHERE key_id = $1 AND idempotency_key = $2 AND owner = $3 AND status IS NULL`,
      [keyId, idempotencyKey, row.owner, owner],
    )
    if (rowCount === 1) return { state: 'OURS' }
  }
}

// What is too old goes first, so that one under the same name does not stand in the way; the others a few at a time.
const CLAIM = `
  WITH old AS (
    DELETE FROM idempotent_answers WHERE ctid IN (
      SELECT ctid FROM idempotent_answers WHERE created_at < now() - interval '${KEPT_DAYS} days' LIMIT 100 FOR UPDATE SKIP LOCKED)
  )
  INSERT INTO idempotent_answers (key_id, idempotency_key, request_sha256, owner) VALUES ($1, $2, $3, $4)
  ON CONFLICT (key_id, idempotency_key) DO UPDATE
    SET request_sha256 = excluded.request_sha256, owner = excluded.owner, status = NULL, media_type = NULL, body = NULL, created_at = now()
    WHERE idempotent_answers.created_at < now() - interval '${KEPT_DAYS} days'
  RETURNING TRUE AS made`

/** Keeps the answer to a request that the process has claimed. */
export async function keepAnswer(
  { pool }: Database,
  { keyId, idempotencyKey }: IdempotentRequest,
  owner: string,
  { status, mediaType, body }: KeptAnswer,
): Promise<void> {
  await pool.query(
    `UPDATE idempotent_answers SET status = $4, media_type = $5, body = $6
     WHERE key_id = $1 AND idempotency_key = $2 AND owner = $3 AND status IS NULL`,
    [keyId, idempotencyKey, owner, status, mediaType, Buffer.from(body)],
  )
}

/** Gives a claim up: whoever asks next works it out. */
export async function releaseRequest(
  { pool }: Database,
  { keyId, idempotencyKey }: IdempotentRequest,
  owner: string,
): Promise<void> {
  await pool.query(
    'DELETE FROM idempotent_answers WHERE key_id = $1 AND idempotency_key = $2 AND owner = $3 AND status IS NULL',
    [keyId, idempotencyKey, owner],
  )
}
