import { join } from 'node:path'
import { getOperationAST, parse } from 'graphql'
import { describe, expect, inject, it } from 'vitest'
import { readExamples } from '../../src/server/plugins/example-queries.ts'
import { askedStore, scannedBy } from './asked-store.ts'

// How PostgreSQL goes about the saved queries over 58,000 reports: no table that grows with the reports is read from one end to the other.
// What is asserted is the shape of the plans that PostgreSQL makes of the statements with their parameters, not their time.

const store = await askedStore(inject('nationalStore'))

/** The tables that grow with the reports. */
const GROWING = new Set([
  'agencies',
  'reports',
  'revisions',
  'report_changes',
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
  'audit_events',
])

/** Those of them that have rows: an empty table is read as a whole, whatever its indexes. */
const filled = new Set<string>()
for (const table of GROWING) {
  const { rowCount } = await store.database.pool.query(`SELECT FROM ${table} LIMIT 1`)
  if (rowCount === 1) filled.add(table)
}

const COUNTED =
  'Its totalCount counts all reports there are, or looks at most of them: the table is read faster than an index.'
const SUMMED = 'A total over all reports is worked out from all of their figures.'
const RULES = 'It counts the verdicts of all reports, and reads all of their judgements for it.'

/** The saved queries that read such a table all the same, and why they must. */
const EXCEPTIONS: Readonly<Record<string, { readonly tables: readonly string[]; readonly because: string }>> = {
  backlog: { tables: ['reports'], because: COUNTED },
  'latest-reports': { tables: ['reports'], because: COUNTED },
  search: { tables: ['reports'], because: COUNTED },
  'most-broken-rules': { tables: ['reports'], because: RULES },
  'one-rule': { tables: ['reports'], because: RULES },
  'grounds-of-refusal': { tables: ['reports'], because: SUMMED },
  'lost-cases': { tables: ['reports'], because: SUMMED },
  'one-figure-through-the-years': { tables: ['agencies', 'reports'], because: SUMMED },
  'provinces-ranked': { tables: ['reports'], because: SUMMED },
  'received-over-years': { tables: ['agencies', 'reports'], because: SUMMED },
}

const QUERIES = readExamples(join(import.meta.dirname, '../../examples')).filter(({ name, query }) => {
  const operation = getOperationAST(parse(query))?.operation
  // These change the store, or wait until somebody else does. A preview is a mutation that changes nothing.
  return operation === 'query' || name === 'preview-a-report' || name === 'what-would-block'
})

describe('a saved query over a national store', () => {
  it.each(QUERIES)('$name reads no growing table from one end to the other', async ({ name, query }) => {
    const { data, errors, statements } = await store.ask(query)
    expect(errors).toBeUndefined()
    expect(data).toBeTruthy()
    const scanned = new Map<string, string>()
    for (const statement of statements) {
      const plan = await store.planOf(statement)
      for (const table of scannedBy(plan)) if (filled.has(table)) scanned.set(table, statement.text)
    }
    const { tables = [], because = '' } = EXCEPTIONS[name] ?? {}
    for (const table of tables) scanned.delete(table)
    expect(
      [...scanned.keys()],
      `${because}\n${[...scanned.values()].map((text) => text.slice(0, 600)).join('\n\n')}`,
    ).toEqual([])
  })

  it('nor does a page of reports, put together with what they lead to and their figures', async () => {
    const figures = 'applicationOutcomes(rows: [RECEIVED, GRANTED], applicants: [TOTAL]) { row state value }'
    const { data, statements } = await store.ask(
      `{ reports(first: 100) { nodes { year title district { fullName } agency { name } ${figures} } } }`,
    )
    expect((data as { reports: { nodes: unknown[] } }).reports.nodes).toHaveLength(100)
    expect(statements).toHaveLength(1)
    for (const statement of statements) {
      const scanned = [...scannedBy(await store.planOf(statement))].filter((table) => filled.has(table))
      expect(scanned, statement.text).toEqual([])
    }
  })

  it('finds rows in every growing table', () => {
    // Stores that were loaded when countries had no rows of a place's own are as good.
    expect([...GROWING].filter((table) => !filled.has(table) && table !== 'unrecognised_rows')).toEqual([])
  })

  it('is there for every exception', () => {
    expect(QUERIES.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(EXCEPTIONS)))
  })
})
