import type pg from 'pg'
import type { Database } from '../../src/store/database.ts'

/** The tables that hang off a revision, the ones referred to before those that refer. */
const TABLES = [
  'revisions',
  'disclosure_items',
  'application_outcomes',
  'review_results',
  'litigation_results',
  'unrecognised_rows',
  'claims',
  'shares',
  'sections',
  'issues',
  'judgements',
  'findings',
] as const

/**
 * Copies every report, with all that hangs off it, until there are a hundred of each: in its district under the same agency and under
 * two new departments, and under the governments of two districts of the same province that have none, for twenty years each.
 */
export async function growAHundredfold({ pool }: Database): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(`CREATE TEMPORARY TABLE origin ON COMMIT DROP AS
      SELECT report.agency_id, report.year, report.current_number AS number, report.district_code AS district,
        agency.name, row_number() OVER (PARTITION BY left(report.district_code, 2) ORDER BY report.agency_id) AS place
      FROM reports AS report JOIN agencies AS agency ON agency.id = report.agency_id`)
    await client.query(`CREATE TEMPORARY TABLE target ON COMMIT DROP AS
      SELECT agency_id AS origin, district, 'DEPARTMENT'::agency_kind AS kind, name || which AS name
      FROM origin, (VALUES ('财政局'), ('司法局')) AS departments (which)
      UNION ALL
      SELECT agency_id, free.code, 'GOVERNMENT', free.full_name || '人民政府'
      FROM origin JOIN LATERAL (
        SELECT code, full_name, row_number() OVER (ORDER BY code) AS place FROM districts
        WHERE level = 'COUNTY' AND current AND left(code, 2) = left(origin.district, 2)
          AND code NOT IN (SELECT district FROM origin)
      ) AS free ON (free.place + 1) / 2 = origin.place`)
    await client.query('INSERT INTO agencies (district_code, kind, name) SELECT district, kind, name FROM target')
    await client.query(`CREATE TEMPORARY TABLE copy ON COMMIT DROP AS
      SELECT origin.agency_id AS from_agency, origin.year AS from_year, origin.number, made.id AS agency_id, made.district_code, later.year
      FROM origin
      JOIN (SELECT agency_id AS origin, agency_id AS id, district AS district_code FROM origin
            UNION ALL
            SELECT target.origin, agencies.id, district_code FROM target
            JOIN agencies ON agencies.district_code = target.district AND agencies.name = target.name) AS made
        ON made.origin = origin.agency_id
      CROSS JOIN generate_series(2005, 2024) AS later (year)
      WHERE (made.id, later.year) NOT IN (SELECT agency_id, reports.year FROM reports)`)
    await client.query(
      `INSERT INTO reports (agency_id, year, district_code) SELECT agency_id, year, district_code FROM copy`,
    )
    for (const table of TABLES) await copyRows(client, table)
    await client.query(`INSERT INTO report_changes (agency_id, year, position, at, kind, number)
      SELECT agency_id, year, 0, now(), 'CREATED', number FROM copy`)
    await client.query(`UPDATE reports SET current_number = copy.number FROM copy
      WHERE (reports.agency_id, reports.year) = (copy.agency_id, copy.year)`)
    await client.query('COMMIT')
    await client.query('ANALYZE')
  } finally {
    client.release(true)
  }
}

async function copyRows(client: pg.PoolClient, table: string): Promise<void> {
  const { rows } = await client.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER'
       AND column_name NOT IN ('agency_id', 'year')`,
    [table],
  )
  const columns = rows.map(({ column_name }) => `"${column_name}"`).join(', ')
  const read = rows.map(({ column_name }) => `source."${column_name}"`).join(', ')
  await client.query(`INSERT INTO ${table} (agency_id, year, ${columns})
    SELECT copy.agency_id, copy.year, ${read} FROM copy JOIN ${table} AS source
      ON (source.agency_id, source.year, source.number) = (copy.from_agency, copy.from_year, copy.number)`)
}
