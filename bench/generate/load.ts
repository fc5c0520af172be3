import { parseArgs } from 'node:util'
import pg from 'pg'
import { loadCountry } from './load-country.ts'

// node bench/generate/load.ts [--reports 58000] [--seed 1] [--workers 2] DATABASE_URL: fills an empty database with a generated country, and
// prints what it holds and how long that took.

const { values, positionals } = parseArgs({
  options: {
    reports: { type: 'string', default: '58000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
  },
  allowPositionals: true,
})
const [url] = positionals
if (url === undefined)
  throw new Error('Expected the address of an empty database, got none: node bench/generate/load.ts postgres://…')

const began = performance.now()
const options = { reports: Number(values.reports), seed: Number(values.seed), workers: Number(values.workers) }
const { reports, revisions, figures, planted, generating, mapping, waiting } = await loadCountry(url, options)
const seconds = (performance.now() - began) / 1_000
console.log(
  `${reports} reports, ${revisions} revisions, ${figures} figures, ${planted} planted inconsistencies in ${seconds.toFixed(1)} s: ` +
    `${Math.round(figures / seconds)} figures in a second.`,
)
console.log(
  `All workers: ${(generating / 1_000).toFixed(1)} s of generating, ${(mapping / 1_000).toFixed(1)} s of judging and making rows, ` +
    `${(waiting / 1_000).toFixed(1)} s of waiting for the database.`,
)

const client = new pg.Client({ connectionString: url })
await client.connect()
const { rows } = await client.query<{ name: string; rows: string; table: string; indexes: string }>(`
  SELECT relname AS name, n_live_tup::text AS rows, pg_table_size(relid)::text AS table, pg_indexes_size(relid)::text AS indexes
  FROM pg_stat_user_tables WHERE n_live_tup > 0 ORDER BY pg_total_relation_size(relid) DESC, relname`)
console.log('| table | rows | bytes of the table | bytes of its indexes |\n| --- | ---: | ---: | ---: |')
for (const row of rows) console.log(`| ${row.name} | ${row.rows} | ${row.table} | ${row.indexes} |`)
await client.end()
