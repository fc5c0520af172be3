import pg from 'pg'
import type { AgencyKind } from '../domain/agency.ts'
import type { Form } from '../domain/forms.ts'
import type { Period } from '../domain/report.ts'
import { type ReportCondition, reportMatches } from './conditions.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { RevisionKey } from './revision-key.ts'

/** A report with its current revision, without what hangs off that. */
export interface ReportHead {
  readonly key: RevisionKey
  readonly district: { readonly code: string; readonly name: string }
  /** The agency under its one name. */
  readonly agency: { readonly kind: AgencyKind; readonly name: string }
  readonly agencyAsPrinted: string | null
  readonly form: Form | null
  readonly title: string | null
  readonly period: Period | null
  readonly sourceUrl: string | null
}

/** The store as it is at one moment, whatever is written meanwhile. One statement at a time may be asked of it. */
export interface Snapshot {
  /** The version of the data at that moment; see `readDataVersion`. */
  readonly dataVersion: string
  /**
   * The reports of the condition that are in force, by the code of the district, the name of the agency and the year, in batches that
   * are read when they are asked for: never more than a few megabytes of what was sent for ingestion.
   */
  heads(condition: ReportCondition): AsyncGenerator<readonly ReportHead[], void, undefined>
  query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<readonly Row[]>
  /** Aborted when the connection is lost, by patience (25P03) or otherwise, with what PostgreSQL said: nothing more can be asked. */
  readonly lost: AbortSignal
  close(): Promise<void>
}

/** What may be set about a snapshot. */
export interface SnapshotOptions {
  /** Milliseconds for which nobody need ask anything of it: PostgreSQL then gives it up, because old rows are kept for its sake. */
  readonly patience?: number
  /** The most reports of a batch. */
  readonly batch?: number
}

/** How many bytes of sources a batch of reports may come from, unless one alone has more. */
const BATCH_BYTES = 2_000_000

/** Opens a snapshot on a connection of its own: it may be held for minutes, and the pool's are for those who ask little. */
export async function openSnapshot(
  { pool }: Pick<Database, 'pool'>,
  { patience = 120_000, batch = 100 }: SnapshotOptions = {},
): Promise<Snapshot> {
  const client = new pg.Client({ ...pool.options, keepAlive: true, application_name: 'disclosure-hub export' })
  const lost = new AbortController()
  // An error closes the connection, and the end is what counts.
  let fault = new Error('The connection of the snapshot was closed.')
  client.on('error', (error) => {
    fault = error
  })
  client.once('end', () => lost.abort(fault))
  const close = () => client.end().catch(() => undefined)
  try {
    await client.connect()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // A cursor is read to its end.
    await client.query(
      `SET LOCAL idle_in_transaction_session_timeout = ${Math.ceil(patience)}; SET LOCAL cursor_tuple_fraction = 1`,
    )
    const { rows } = await client.query<{ version: string }>('SELECT sum(version)::text AS version FROM data_versions')
    const [version] = rows
    if (!version) throw new Error('Expected the sum of the data versions, got no row.')
    let cursors = 0
    return {
      dataVersion: version.version,
      heads(condition) {
        cursors += 1
        return headsOf(client, condition, `heads_${cursors}`, batch)
      },
      query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]) =>
        (await client.query<Row>(text, [...values])).rows,
      lost: lost.signal,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

interface HeadRow extends Omit<ReportHead, 'key' | 'district' | 'agency' | 'period'>, RevisionKey {
  readonly districtCode: string
  readonly districtName: string
  readonly agencyName: string
  readonly agencyKind: AgencyKind
  readonly periodFrom: string | null
  readonly periodTo: string | null
  /** Of the source: reports that come from large ones are large. */
  readonly bytes: number
}

async function* headsOf(
  client: pg.Client,
  condition: ReportCondition,
  cursor: string,
  batch: number,
): AsyncGenerator<readonly ReportHead[], void, undefined> {
  // By bytes, and not as the language of the database sorts: every hub has the same order.
  const { text, values } = Prisma.sql`
    SELECT report.agency_id AS "agencyId", report.year::int AS year, revision.number::int AS number,
      report.district_code AS "districtCode", district.full_name AS "districtName",
      agency.name AS "agencyName", agency.kind::text AS "agencyKind", revision.agency_as_printed AS "agencyAsPrinted",
      revision.form::text AS form, revision.title, revision.source_url AS "sourceUrl",
      revision.period_from::text AS "periodFrom", revision.period_to::text AS "periodTo",
      octet_length(revision.source) AS bytes
    FROM reports AS report
    JOIN revisions AS revision
      ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
    JOIN agencies AS agency ON agency.id = report.agency_id
    JOIN districts AS district ON district.code = report.district_code
    WHERE ${reportMatches(condition)}
    ORDER BY report.district_code COLLATE "C", agency.name COLLATE "C", report.year`
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, values)
  for (;;) {
    const { rows } = await client.query<HeadRow>(`FETCH ${batch} FROM ${cursor}`)
    if (rows.length === 0) break
    for (const some of inBytes(rows)) yield some.map(headOf)
  }
  await client.query(`CLOSE ${cursor}`)
}

function* inBytes(rows: readonly HeadRow[]): Generator<HeadRow[]> {
  let some: HeadRow[] = []
  let bytes = 0
  for (const row of rows) {
    if (some.length > 0 && bytes + row.bytes > BATCH_BYTES) {
      yield some
      some = []
      bytes = 0
    }
    some.push(row)
    bytes += row.bytes
  }
  yield some
}

function headOf(row: HeadRow): ReportHead {
  const { agencyId, year, number, districtCode, districtName, agencyName, agencyKind, periodFrom, periodTo } = row
  const { agencyAsPrinted, form, title, sourceUrl } = row
  return {
    key: { agencyId, year, number },
    district: { code: districtCode, name: districtName },
    agency: { kind: agencyKind, name: agencyName },
    agencyAsPrinted,
    form,
    title,
    period: periodFrom === null || periodTo === null ? null : { from: periodFrom, to: periodTo },
    sourceUrl,
  }
}
