import type { Database } from './database.ts'

/** The bytes of which a revision was read, as they came. */
export interface KeptSource {
  readonly bytes: Buffer
  /** As the sender told it. */
  readonly mediaType: string
  /** The name of the file, if it came as one. */
  readonly name: string | null
  /** When they first came. */
  readonly createdAt: Date
}

/** The source of that SHA-256, as it came first; null when no revision was read of it. */
export async function findSource({ pool }: Pick<Database, 'pool'>, sha256: Uint8Array): Promise<KeptSource | null> {
  const { rows } = await pool.query<KeptSource>(
    `SELECT source AS bytes, media_type AS "mediaType", source_name AS name, created_at AS "createdAt"
     FROM revisions WHERE source_sha256 = $1 ORDER BY created_at, agency_id, year, number LIMIT 1`,
    [sha256],
  )
  return rows[0] ?? null
}
