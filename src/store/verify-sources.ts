import type { Database } from './database.ts'

/** A revision, or a report, that is not as the trail tells. */
export interface SourceBreak {
  /**
   * BYTES: the bytes stored do not have the SHA-256 stored beside them. UNTOLD: no event tells of the revision. IN_FORCE: the last event
   * tells of another source in force.
   */
  readonly kind: 'BYTES' | 'UNTOLD' | 'IN_FORCE'
  readonly message: string
}

/** How many reports are looked at in a statement: their sources are hashed there. */
const PAGE = 100

/** Compares the stored sources with the trail: what `verifyAudit` finds whole tells of these very bytes. Keeps one page in memory. */
export async function* verifySources(db: Database): AsyncGenerator<SourceBreak, { revisions: number }, undefined> {
  let revisions = 0
  for (let last: readonly [number, number] = [0, 0]; ; ) {
    const { rows } = await db.pool.query<Row>(REPORTS, [...last])
    for (const row of rows) {
      revisions += row.revisions.length
      yield* breaksOf(row)
    }
    const end = rows.at(-1)
    if (end === undefined) return { revisions }
    last = [end.agencyId, end.year]
  }
}

interface Row {
  readonly agencyId: number
  readonly year: number
  readonly agency: string
  readonly revisions: readonly { readonly number: number; readonly isWhole: boolean; readonly isTold: boolean }[]
  readonly inForce: Buffer | null
  readonly told: Buffer | null
}

function* breaksOf({ agency, year, revisions, inForce, told }: Row): Generator<SourceBreak> {
  const report = `${agency} ${year}`
  for (const { number, isWhole, isTold } of revisions) {
    if (!isWhole)
      yield { kind: 'BYTES', message: `The bytes of ${report}, revision ${number}, do not have their SHA-256.` }
    if (!isTold) yield { kind: 'UNTOLD', message: `No event tells of ${report}, revision ${number}, with its SHA-256.` }
  }
  if (Buffer.compare(inForce ?? Buffer.alloc(0), told ?? Buffer.alloc(0)) !== 0) {
    const hex = (hash: Buffer | null) => hash?.toString('hex') ?? 'nothing'
    const message = `Of ${report}, ${hex(inForce)} is in force, and ${hex(told)} by the last event.`
    yield { kind: 'IN_FORCE', message }
  }
}

const REPORTS = `
  SELECT report.agency_id AS "agencyId", report.year::int AS year, agency.name AS agency,
    (SELECT json_agg(json_build_object(
        'number', revision.number,
        'isWhole', sha256(revision.source) = revision.source_sha256,
        'isTold', EXISTS (
          SELECT FROM audit_events AS event
          WHERE (event.agency_id, event.year) = (revision.agency_id, revision.year)
            AND event.after = revision.source_sha256 AND (event.details->>'revision')::int = revision.number)
      ) ORDER BY revision.number)
      FROM revisions AS revision WHERE (revision.agency_id, revision.year) = (report.agency_id, report.year)) AS revisions,
    (SELECT source_sha256 FROM revisions AS current
      WHERE (current.agency_id, current.year, current.number) = (report.agency_id, report.year, report.current_number)) AS "inForce",
    (SELECT event.after FROM audit_events AS event
      WHERE (event.agency_id, event.year) = (report.agency_id, report.year) AND (event.before IS NOT NULL OR event.after IS NOT NULL)
      ORDER BY event.number DESC LIMIT 1) AS told
  FROM reports AS report JOIN agencies AS agency ON agency.id = report.agency_id
  WHERE (report.agency_id, report.year) > ($1, $2)
  ORDER BY report.agency_id, report.year LIMIT ${PAGE}`
