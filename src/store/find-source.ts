import type { Actor } from './actor.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import { agencyReached } from './reach-conditions.ts'

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

/** The source of that SHA-256, as it came first; null when no revision of an agency that the actor reaches was read of it. */
export async function findSource(
  { prisma }: Pick<Database, 'prisma'>,
  sha256: Uint8Array,
  actor: Actor,
): Promise<KeptSource | null> {
  const [found] = await prisma.$queryRaw<(Omit<KeptSource, 'bytes'> & { readonly bytes: Uint8Array })[]>(Prisma.sql`
    SELECT source AS bytes, media_type AS "mediaType", source_name AS name, revision.created_at AS "createdAt"
    FROM revisions AS revision JOIN agencies AS agency ON agency.id = revision.agency_id
    WHERE source_sha256 = ${sha256} AND ${agencyReached(actor)}
    ORDER BY revision.created_at, agency_id, year, number LIMIT 1`)
  return found ? { ...found, bytes: Buffer.from(found.bytes) } : null
}
