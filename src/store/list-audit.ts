import { OPERATOR } from './actor.ts'
import { type AuditEventCondition, eventMatches } from './audit-conditions.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'

/** Something that was done, as it is told. */
export interface ListedEvent {
  /** ISO 8601, in UTC. */
  readonly at: string
  readonly chain: number
  readonly number: number
  readonly action: string
  /** Null when it was done on the hub's own machine. */
  readonly key: string | null
  readonly requestId: string | null
  readonly agency: string | null
  readonly district: string | null
  readonly year: number | null
  /** SHA-256, hexadecimal. */
  readonly before: string | null
  readonly after: string | null
  readonly details: unknown
  readonly hash: string
}

const PAGE = 1_000

/** What was done, the earliest first; keeps one page in memory. */
export async function* listAudit(db: Database, condition: AuditEventCondition): AsyncGenerator<ListedEvent> {
  const matches = eventMatches(condition, OPERATOR)
  for (let last: { at: string; chain: number; number: number } | undefined; ; ) {
    const beyond = last
      ? Prisma.sql`(event.at, event.chain, event.number) > (${last.at}::timestamptz, ${last.chain}::int, ${last.number}::bigint)`
      : Prisma.sql`TRUE`
    const { text, values } = Prisma.sql`
      SELECT to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, event.chain::int AS chain,
        event.number::float8 AS number, event.action, event.key_name AS key, event.request_id AS "requestId",
        agency.name AS agency, agency.district_code AS district, event.year::int AS year,
        encode(event.before, 'hex') AS before, encode(event.after, 'hex') AS after, event.details, encode(event.hash, 'hex') AS hash
      FROM audit_events AS event LEFT JOIN agencies AS agency ON agency.id = event.agency_id
      WHERE ${beyond} AND ${matches}
      ORDER BY event.at, event.chain, event.number LIMIT ${PAGE}`
    const { rows } = await db.pool.query<ListedEvent>(text, values)
    yield* rows
    const end = rows.at(-1)
    if (end === undefined) return
    last = end
  }
}
