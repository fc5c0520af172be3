import type pg from 'pg'

/** How many reports to make up: one for each of so many counties in each of so many years, from 2010 on. */
interface Extent {
  readonly counties: number
  readonly years: number
}

/**
 * Fills the store with reports that say nothing, by SQL: forms by year, every second one with a finding, the differences from −50 to
 * 49. What the statistics of the database say of them is up to date.
 */
export async function makeUpReports(pool: pg.Pool, { counties, years }: Extent): Promise<void> {
  const client = await pool.connect()
  const run = (text: string, ...values: unknown[]) => client.query(text, values)
  try {
    await client.query("SET statement_timeout = '10min'")
    await run(
      `INSERT INTO agencies (district_code, kind, name)
       SELECT code, 'GOVERNMENT', full_name || '人民政府' FROM districts WHERE level = 'COUNTY' ORDER BY code LIMIT $1`,
      counties,
    )
    await run(
      `INSERT INTO reports (agency_id, year, district_code, created_at, updated_at)
       SELECT id, year, district_code, moment, moment
       FROM agencies, generate_series(2010, 2009 + $1::int) AS year,
         LATERAL (SELECT make_timestamptz(year + 1, 1 + id % 12, 1 + id % 28, 8, 0, 0, 'UTC') AS moment) AS made`,
      years,
    )
    await run(`
      INSERT INTO revisions (agency_id, year, number, form, source_kind, media_type, source_sha256, source, parser_version)
      SELECT agency_id, year, 1,
        CASE WHEN year < 2014 THEN NULL WHEN year < 2019 THEN 'FORM_2014' WHEN year < 2021 THEN 'FORM_2019' ELSE 'FORM_2021' END::form,
        'TEXT', 'text/plain', sha256(''), '', '1'
      FROM reports`)
    await run('UPDATE reports SET current_number = 1')
    await run(`
      INSERT INTO report_changes (agency_id, year, position, at, kind, number)
      SELECT agency_id, year, 0, created_at, 'CREATED', 1 FROM reports`)
    await run('BEGIN')
    await run(`
      INSERT INTO judgements (agency_id, year, number, rules_version, status, held, broken, "unknown", errors, warnings, notices)
      SELECT agency_id, year, 1, '1',
        (ARRAY['ERRORS', 'WARNINGS', 'CLEAN', 'CLEAN', 'CLEAN', 'CLEAN'])[kind + 1]::report_status,
        '{a.rule}', CASE WHEN kind < 3 THEN ARRAY['applications.balance'] ELSE '{}' END, '{}',
        (kind = 0)::int, (kind = 1)::int, (kind = 2)::int
      FROM reports, LATERAL (SELECT (agency_id * 7 + year) % 6 AS kind) AS made`)
    await run(`
      INSERT INTO findings (agency_id, year, number, position, rule_id, severity, message, "left", "right", difference, paths, same_as)
      SELECT agency_id, year, 1, 0, 'applications.balance',
        CASE WHEN errors = 1 THEN 'ERROR' WHEN warnings = 1 THEN 'WARNING' ELSE 'NOTICE' END::severity, '',
        jsonb_build_object('paths', '[]'::jsonb, 'value', difference::text, 'year', NULL, 'statements', '[]'::jsonb),
        jsonb_build_object('paths', '[]'::jsonb, 'value', '0', 'year', NULL, 'statements', '[]'::jsonb),
        difference, '{}', '{}'
      FROM judgements, LATERAL (SELECT (agency_id * 31 + year) % 100 - 50 AS difference) AS made
      WHERE errors + warnings + notices > 0`)
    await run('COMMIT')
    await client.query('VACUUM ANALYZE')
  } finally {
    client.release(true)
  }
}
