import type { Database } from './database.ts'

/** A revision, or a report, that is not as the trail tells. */
export interface SourceBreak {
  /**
   * BYTES: the bytes stored do not have the SHA-256 stored beside them. UNTOLD: no event tells of the revision, and it was made after the
   * trail was begun. IN_FORCE: the last event tells of another source in force.
   */
  readonly kind: 'BYTES' | 'UNTOLD' | 'IN_FORCE'
  readonly message: string
}

/** How many reports are looked at in a statement: their sources are hashed there. */
const PAGE = 100

/** How many revisions were looked at. */
export interface VerifiedSources {
  readonly revisions: number
  /** Those of them that were made before the trail was begun, of which no event tells: their bytes were held to their digest alone. */
  readonly beforeTrail: number
}

/** Compares the stored sources with the trail: what `verifyAudit` finds whole tells of these very bytes. Keeps one page in memory. */
export async function* verifySources(db: Database): AsyncGenerator<SourceBreak, VerifiedSources, undefined> {
  let revisions = 0
  let beforeTrail = 0
  for (let last: readonly [number, number] = [0, 0]; ; ) {
    const { rows } = await db.pool.query<Row>(REPORTS, [...last])
    for (const row of rows) {
      revisions += row.revisions.length
      beforeTrail += row.revisions.filter(isBeforeTrail).length
      yield* breaksOf(row)
    }
    const end = rows.at(-1)
    if (end === undefined) return { revisions, beforeTrail }
    last = [end.agencyId, end.year]
  }
}

interface StoredRevision {
  readonly number: number
  readonly isWhole: boolean
  readonly isTold: boolean
  /** It was made before the trail was begun. */
  readonly isEarlier: boolean
  readonly isInForce: boolean
}

const isBeforeTrail = ({ isTold, isEarlier }: StoredRevision) => !isTold && isEarlier

interface Row {
  readonly agencyId: number
  readonly year: number
  readonly agency: string
  readonly revisions: readonly StoredRevision[]
  readonly inForce: Buffer | null
  /** Whether any event tells what is in force. */
  readonly hasEvents: boolean
  readonly told: Buffer | null
}

function* breaksOf({ agency, year, revisions, inForce, hasEvents, told }: Row): Generator<SourceBreak> {
  const report = `${agency} ${year}`
  for (const revision of revisions) {
    const { number, isWhole, isTold } = revision
    if (!isWhole)
      yield { kind: 'BYTES', message: `The bytes of ${report}, revision ${number}, do not have their SHA-256.` }
    if (!isTold && !isBeforeTrail(revision))
      yield { kind: 'UNTOLD', message: `No event tells of ${report}, revision ${number}, with its SHA-256.` }
  }
  // It has been in force since before the trail was begun.
  if (!hasEvents && revisions.some((revision) => revision.isInForce && isBeforeTrail(revision))) return
  if (Buffer.compare(inForce ?? Buffer.alloc(0), told ?? Buffer.alloc(0)) !== 0) {
    const hex = (hash: Buffer | null) => hash?.toString('hex') ?? 'nothing'
    const message = `Of ${report}, ${hex(inForce)} is in force, and ${hex(told)} by the last event.`
    yield { kind: 'IN_FORCE', message }
  }
}

/**
 * When the trail was begun: its tables were made then, and nothing is told of what was before. A restored store has its tables later than
 * its first event.
 */
const BEGUN = `
  SELECT least(
    (SELECT max(finished_at) FROM _prisma_migrations
      WHERE migration_name LIKE '%\\_add\\_key\\_rights\\_and\\_audit' AND rolled_back_at IS NULL),
    (SELECT min(at) FROM audit_events))`

const REPORTS = `
  SELECT report.agency_id AS "agencyId", report.year::int AS year, agency.name AS agency,
    (SELECT json_agg(json_build_object(
        'number', revision.number,
        'isWhole', sha256(revision.source) = revision.source_sha256,
        'isTold', EXISTS (
          SELECT FROM audit_events AS event
          WHERE (event.agency_id, event.year) = (revision.agency_id, revision.year)
            AND event.after = revision.source_sha256 AND (event.details->>'revision')::int = revision.number),
        'isEarlier', coalesce(revision.created_at < (${BEGUN}), false),
        'isInForce', revision.number IS NOT DISTINCT FROM report.current_number
      ) ORDER BY revision.number)
      FROM revisions AS revision WHERE (revision.agency_id, revision.year) = (report.agency_id, report.year)) AS revisions,
    (SELECT source_sha256 FROM revisions AS current
      WHERE (current.agency_id, current.year, current.number) = (report.agency_id, report.year, report.current_number)) AS "inForce",
    EXISTS (SELECT FROM audit_events AS event
      WHERE (event.agency_id, event.year) = (report.agency_id, report.year) AND (event.before IS NOT NULL OR event.after IS NOT NULL))
      AS "hasEvents",
    (SELECT event.after FROM audit_events AS event
      WHERE (event.agency_id, event.year) = (report.agency_id, report.year) AND (event.before IS NOT NULL OR event.after IS NOT NULL)
      ORDER BY event.number DESC LIMIT 1) AS told
  FROM reports AS report JOIN agencies AS agency ON agency.id = report.agency_id
  WHERE (report.agency_id, report.year) > ($1, $2)
  ORDER BY report.agency_id, report.year LIMIT ${PAGE}`
