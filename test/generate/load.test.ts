import { beforeAll, describe, expect, it } from 'vitest'
import { reportsOf } from '../../bench/generate/country.ts'
import { loadCountry } from '../../bench/generate/load-country.ts'
import { rosterOf } from '../../bench/generate/roster.ts'
import { TABLES } from '../../bench/generate/store-rows.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { everyFormula } from '../../src/metrics/every-formula.ts'
import { readDataVersion } from '../../src/store/data-version.ts'
import type { Database } from '../../src/store/database.ts'
import { addUp, beginSums } from '../../src/store/sums/add-up.ts'
import { verifyAudit } from '../../src/store/verify-audit.ts'
import { verifySources } from '../../src/store/verify-sources.ts'
import { testDatabase } from '../database.ts'

// A country loaded by COPY, and the same ingested document by document.

const REPORTS = 40
const SEED = 2

const ingested = await testDatabase()
const fresh = await testDatabase()
const loaded = await testDatabase()
let before: string

beforeAll(async () => {
  for (const reporter of rosterOf(REPORTS, SEED)) {
    for (const { versions } of reportsOf(reporter, { seed: SEED })) {
      for (const [index, { text }] of versions.entries()) {
        const again = index > 0 && { expectedRevision: index, reason: 'A total was corrected.' }
        const taken = await ingest(ingested, { kind: 'TEXT', text }, { ...again })
        expect(taken.ok && taken.outcome).toBe(index === 0 ? 'CREATED' : 'REVISED')
      }
    }
  }
  // As a hub does in the background, and the loading at its end.
  await beginSums(ingested, everyFormula())
  while ((await addUp(ingested, everyFormula())) > 0);
  before = await readDataVersion(loaded)
  await loadCountry(loaded.url, { reports: REPORTS, seed: SEED })
}, 300_000)

/** What a row has of its own moment. */
const MOMENTS = new Set(['at', 'created_at', 'updated_at', 'judged_at', 'hash', 'previous_hash'])

async function rowsOf({ pool }: Database, table: string): Promise<string[]> {
  const { rows } = await pool.query<object>(`SELECT * FROM ${table}`)
  const spelt = rows.map((row) =>
    JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !MOMENTS.has(column)))),
  )
  return spelt.sort()
}

describe('what is loaded by COPY', () => {
  it.each(TABLES)('is in %s what ingestion makes of the same documents', async (table) => {
    const rows = await rowsOf(ingested, table)
    expect(rows.length).toBeGreaterThan(0)
    expect(await rowsOf(loaded, table)).toEqual(rows)
  })

  it('has moments that grow from report to report, each as its log and its revision have it', async () => {
    const { rows } = await loaded.pool.query(`
      SELECT FROM reports
      JOIN report_changes AS change USING (agency_id, year)
      JOIN revisions AS revision USING (agency_id, year, number)
      WHERE revision.created_at <> change.at OR reports.created_at > change.at OR reports.updated_at < change.at`)
    expect(rows).toEqual([])
    const { rows: told } = await loaded.pool.query(
      'SELECT count(DISTINCT at) = count(*) AS differ FROM report_changes GROUP BY agency_id % 2',
    )
    expect(told.map(({ differ }) => differ)).toEqual([true, true])
  })

  it('has a trail that verifies, with its sources', async () => {
    for await (const { message } of verifyAudit(loaded)) expect.fail(message)
    for await (const { message } of verifySources(loaded)) expect.fail(message)
  })

  it('counts as a change of the data', async () => {
    expect(await readDataVersion(loaded)).not.toBe(before)
  })

  it('goes on with numbers that are free', async () => {
    const { rows } = await loaded.pool.query(`SELECT nextval('agencies_id_seq') > max(id) AS free FROM agencies`)
    expect(rows[0].free).toBe(true)
  })

  it('leaves the tables with the indexes, keys and triggers that they had', async () => {
    for (const catalog of CATALOG) {
      const { rows } = await loaded.pool.query(catalog)
      expect(rows.length).toBeGreaterThan(0)
      expect(rows).toEqual((await fresh.pool.query(catalog)).rows)
    }
  })

  it('is refused by a store that has something', async () => {
    await expect(loadCountry(loaded.url, { reports: 1, seed: 1 })).rejects.toThrow(
      /Expected an empty store, got one with \d+ agencies/,
    )
  })
})

const CATALOG = [
  `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname`,
  `SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) FROM pg_constraint
   WHERE connamespace = current_schema()::regnamespace ORDER BY 1, 2`,
  `SELECT attrelid::regclass::text AS of, attnum, attstattarget FROM pg_attribute
   WHERE attrelid = 'sections_search_idx'::regclass ORDER BY 1, 2`,
  `SELECT tgrelid::regclass::text AS of, tgname, tgenabled, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
]
