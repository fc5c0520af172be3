import { beforeAll, describe, expect, it } from 'vitest'
import { findingMatches, reportMatches } from '../../src/store/conditions.ts'
import { type PageRequest, pageStatement, readPage } from '../../src/store/keyset.ts'
import { FINDING_KEYS, FINDINGS, REPORT_KEYS, REPORTS } from '../../src/store/paged-lists.ts'
import type { Sorted, SortKey } from '../../src/store/sort-order.ts'
import { testDatabase } from '../database.ts'
import { makeUpReports } from './made-up-reports.ts'

// How PostgreSQL goes about a page of 20,000 reports and 10,000 findings: along an index, and never by sorting them all. What is
// asserted is the shape of the plan, not its time.

const db = await testDatabase()
beforeAll(() => makeUpReports(db.pool, { counties: 2_000, years: 10 }), 300_000)

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly Plan[]
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

async function plan(list: typeof REPORTS | typeof FINDINGS, request: PageRequest) {
  const { text, values } = pageStatement(list, request)
  const client = await db.pool.connect()
  try {
    // Whether something lies on the other side can be found by looking anywhere: that the planner may do as it likes. Where no index
    // leads, it reads the table even so.
    await client.query('BEGIN; SET LOCAL enable_seqscan = off')
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values)
    return nodesOf(rows[0]['QUERY PLAN'][0].Plan)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** The plans of the first page, of one in the middle of the list, and of the last. */
async function plans(list: typeof REPORTS | typeof FINDINGS, where: PageRequest['where'], order: readonly Sorted[]) {
  const middle = await readPage(db, list, { where, order, way: 'FORWARDS', limit: 4_000 })
  const asked = { where, order, limit: 20 }
  return [
    await plan(list, { ...asked, way: 'FORWARDS' }),
    await plan(list, { ...asked, way: 'FORWARDS', from: middle.rows.at(-1)!.place }),
    await plan(list, { ...asked, way: 'BACKWARDS' }),
  ]
}

const by = (key: SortKey, direction: Sorted['direction'] = 'asc') => ({ key, direction })
const indexesOf = (nodes: readonly Plan[]) => nodes.flatMap((node) => node['Index Name'] ?? [])
const scannedOf = (nodes: readonly Plan[]) =>
  nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : []))
const typesOf = (nodes: readonly Plan[]) => nodes.map((node) => node['Node Type'])

describe('a page of reports', () => {
  it.each<[name: string, index: string, order: readonly Sorted[]]>([
    ['by default', 'reports_year_agency_id_idx', []],
    ['by district', 'reports_district_code_year_agency_id_idx', [by(REPORT_KEYS.district.code)]],
    ['by when they changed', 'reports_updated_at_idx', [by(REPORT_KEYS.updatedAt, 'desc')]],
    ['by agency', 'agencies_name_idx', [by(REPORT_KEYS.agency.name)]],
  ])('%s goes along %s', async (_name, index, order) => {
    for (const nodes of await plans(REPORTS, reportMatches(null), order)) {
      expect(indexesOf(nodes)).toContain(index)
      expect(typesOf(nodes)).not.toContain('Sort')
      expect(scannedOf(nodes)).not.toContain('reports')
    }
  })
})

it('a page of reports in an order that an index has sorts nothing at all', async () => {
  for (const order of [[], [by(REPORT_KEYS.district.code)]]) {
    for (const nodes of await plans(REPORTS, reportMatches(null), order)) {
      expect(typesOf(nodes).filter((type) => type.includes('Sort'))).toEqual([])
    }
  }
})

describe('a page of findings', () => {
  it.each<[name: string, index: string, order: readonly Sorted[]]>([
    ['by default', 'findings_year_agency_id_number_position_idx', []],
    ['by severity', 'findings_severity_year_agency_id_number_position_idx', [by(FINDING_KEYS.severity)]],
    [
      'by how large the difference is',
      'findings_absolute_difference_idx',
      [by(FINDING_KEYS.absoluteDifference, 'desc')],
    ],
    ['by difference', 'findings_difference_idx', [by(FINDING_KEYS.difference)]],
  ])('%s goes along %s', async (_name, index, order) => {
    for (const nodes of await plans(FINDINGS, findingMatches(null), order)) {
      expect(indexesOf(nodes)).toContain(index)
      expect(typesOf(nodes)).not.toContain('Sort')
    }
  })
})
