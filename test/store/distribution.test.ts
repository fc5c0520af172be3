import { expect, it } from 'vitest'
import { testDatabase } from '../database.ts'

// What docs/scale.md says of a cluster holds of the schema as it is.

const db = await testDatabase()

/**
 * Where each table stands on a cluster that is distributed by agency. DISTRIBUTED: its rows stand with their agency. REFERENCE: each node
 * has all of it. LOCAL: it stays on the coordinator.
 */
const TABLES: Readonly<Record<string, 'DISTRIBUTED' | 'REFERENCE' | 'LOCAL'>> = {
  districts: 'REFERENCE',
  agencies: 'REFERENCE',
  api_keys: 'REFERENCE',

  reports: 'DISTRIBUTED',
  report_changes: 'DISTRIBUTED',
  revisions: 'DISTRIBUTED',
  disclosure_items: 'DISTRIBUTED',
  application_outcomes: 'DISTRIBUTED',
  review_results: 'DISTRIBUTED',
  litigation_results: 'DISTRIBUTED',
  unrecognised_rows: 'DISTRIBUTED',
  claims: 'DISTRIBUTED',
  shares: 'DISTRIBUTED',
  sections: 'DISTRIBUTED',
  issues: 'DISTRIBUTED',
  judgements: 'DISTRIBUTED',
  findings: 'DISTRIBUTED',

  summed_formulas: 'LOCAL',
  sum_groups: 'LOCAL',
  figure_sums: 'LOCAL',
  formula_sums: 'LOCAL',

  ingestion_runs: 'LOCAL',
  ingestion_items: 'LOCAL',
  idempotent_answers: 'LOCAL',
  audit_events: 'LOCAL',
  audit_chains: 'LOCAL',
  data_versions: 'LOCAL',
  _prisma_migrations: 'LOCAL',
}

/** Foreign keys that no cluster can hold to, because one side stays on the coordinator: docs/scale.md says what stands in for each. */
const NOT_HELD = ['audit_events_agency_id_year_fkey', 'ingestion_items_report_agency_id_report_year_fkey']

const isDistributed = (table: string) => TABLES[table] === 'DISTRIBUTED'

interface ForeignKey {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly columns: readonly string[]
  readonly targets: readonly string[]
}

const foreignKeys = async () =>
  (
    await db.pool.query<ForeignKey>(`
      SELECT conname AS name, conrelid::regclass::text AS "from", confrelid::regclass::text AS "to",
        (SELECT array_agg(attname::text ORDER BY place) FROM unnest(conkey) WITH ORDINALITY AS key (number, place)
         JOIN pg_attribute ON attrelid = conrelid AND attnum = number) AS columns,
        (SELECT array_agg(attname::text ORDER BY place) FROM unnest(confkey) WITH ORDINALITY AS key (number, place)
         JOIN pg_attribute ON attrelid = confrelid AND attnum = number) AS targets
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`)
  ).rows

it('has a place for each table', async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  )
  expect(
    rows.map(({ name }) => name).toSorted(),
    'A new table needs its row above, and in the table of docs/scale.md.',
  ).toEqual(Object.keys(TABLES).toSorted())
})

it('knows each row of a distributed table by its agency: every key and unique index has it', async () => {
  const { rows } = await db.pool.query<{ table: string; name: string; columns: string[] }>(`
    SELECT relname AS table, indexrelid::regclass::text AS name,
      (SELECT array_agg(attname::text) FROM pg_attribute WHERE attrelid = indrelid AND attnum = ANY (indkey)) AS columns
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
    WHERE indisunique AND relnamespace = 'public'::regnamespace`)
  const keys = rows.filter(({ table }) => isDistributed(table))
  expect(new Set(keys.map(({ table }) => table))).toEqual(new Set(Object.keys(TABLES).filter(isDistributed)))
  expect(keys.filter(({ columns }) => !columns.includes('agency_id'))).toEqual([])
})

it('refers from agency to the same agency, or to what each node has', async () => {
  const keys = await foreignKeys()
  const isHeld = ({ from, to, columns, targets }: ForeignKey) => {
    if (isDistributed(from) && isDistributed(to)) {
      return columns.includes('agency_id') && columns.indexOf('agency_id') === targets.indexOf('agency_id')
    }
    if (isDistributed(to)) return false
    // Between tables of the coordinator, and from anywhere to a reference table.
    return TABLES[to] === 'REFERENCE' || (TABLES[from] === 'LOCAL' && TABLES[to] === 'LOCAL')
  }
  expect(keys.filter(({ from, to }) => isDistributed(from) && isDistributed(to)).length).toBeGreaterThan(15)
  expect(keys.filter((key) => !isHeld(key)).map(({ name }) => name)).toEqual(NOT_HELD)
})

it('distributes all tables whose rows always have an agency, and no others', async () => {
  const { rows } = await db.pool.query<{ table: string }>(`
    SELECT relname AS table FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attname = 'agency_id' AND attnotnull`)
  expect(rows.map(({ table }) => table).toSorted()).toEqual(Object.keys(TABLES).filter(isDistributed).toSorted())
})
