import { beforeAll, describe, expect, it } from 'vitest'
import { correctionMatches, findingMatches, reportMatches } from '../../src/store/conditions.ts'
import { countRows, type PagedList, type PageRequest, pageStatement, readPage } from '../../src/store/keyset.ts'
import { CORRECTIONS, FINDING_KEYS, FINDINGS, REPORT_KEYS, REPORTS } from '../../src/store/paged-lists.ts'
import { reportListAsOf } from '../../src/store/reports-as-of.ts'
import type { Sorted, SortKey } from '../../src/store/sort-order.ts'
import { testDatabase } from '../database.ts'
import { makeUpReports } from './made-up-reports.ts'

// How PostgreSQL goes about a page of 20,000 reports and 10,000 findings: along an index, and never by sorting them all. What is
// asserted is the shape of the plan, not its time.

const db = await testDatabase()
beforeAll(async () => {
  await makeUpReports(db.pool, { counties: 2_000, years: 10 })
  // Every fourth report was withdrawn and restored.
  for (const [kind, number] of [
    ['WITHDRAWN', null],
    ['RESTORED', 1],
  ]) {
    await db.pool.query(
      `INSERT INTO report_changes (agency_id, year, position, at, kind, number, reason)
       SELECT agency_id, year, 0, '2030-01-01'::timestamptz + agency_id * INTERVAL '1 hour' + coalesce($2, 0) * INTERVAL '1 second',
         $1::report_change_kind, $2::smallint, 'x'
       FROM reports WHERE (agency_id + year) % 4 = 0`,
      [kind, number],
    )
  }
  await db.pool.query('VACUUM ANALYZE report_changes')
}, 300_000)

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Plan Rows': number
  readonly Plans?: readonly Plan[]
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

async function plan(list: PagedList<object>, request: PageRequest) {
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
async function plans(list: PagedList<object>, where: PageRequest['where'], order: readonly Sorted[]) {
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
/** Rows of a page, and the one that tells whether there are more. */
const PAGE = 21
/** The sorts of more than a page: two stretches of an order, each cut to a page, are put together by sorting at most. */
const largeSorts = (nodes: readonly Plan[]) =>
  nodes.filter((node) => node['Node Type'] === 'Sort' && node['Plan Rows'] > PAGE)

describe('a page of reports', () => {
  it.each<[name: string, index: string, order: readonly Sorted[]]>([
    ['by default', 'reports_year_agency_id_idx', []],
    ['by district', 'reports_district_code_year_agency_id_idx', [by(REPORT_KEYS.district.code)]],
    ['by when they changed', 'reports_updated_at_idx', [by(REPORT_KEYS.updatedAt, 'desc')]],
    ['by agency', 'agencies_name_idx', [by(REPORT_KEYS.agency.name)]],
  ])('%s goes along %s', async (_name, index, order) => {
    for (const nodes of await plans(REPORTS, reportMatches(null), order)) {
      expect(indexesOf(nodes)).toContain(index)
      expect(largeSorts(nodes)).toEqual([])
      expect(scannedOf(nodes)).not.toContain('reports')
    }
  })
})

it('a page of reports in an order that an index has sorts no more than what the place is among', async () => {
  for (const order of [[], [by(REPORT_KEYS.district.code)]]) {
    for (const nodes of await plans(REPORTS, reportMatches(null), order)) {
      expect(largeSorts(nodes)).toEqual([])
      expect(nodes.filter((node) => node['Node Type'] === 'Incremental Sort')).toEqual([])
    }
  }
})

it('a page of reports as of an instant goes along the same indexes, and along the key of their logs', async () => {
  const instant = new Date('2016-01-01T00:00:00Z')
  const list = reportListAsOf(instant)
  for (const nodes of await plans(list, reportMatches(null, 'report', instant), [])) {
    expect(indexesOf(nodes)).toEqual(expect.arrayContaining(['reports_year_agency_id_idx', 'report_changes_pkey']))
    // The log of one report is sorted, which has a few entries, and no more.
    const sorted = nodes.filter((node) => node['Node Type'].includes('Sort'))
    expect(Math.max(0, ...sorted.map((node) => node['Plan Rows']))).toBeLessThan(5)
    expect(scannedOf(nodes)).toEqual([])
  }
  // One for each of 2,000 counties on 2010 to 2014: reports are made in the year after.
  expect(await countRows(db, list, reportMatches(null, 'report', instant))).toBe(10_000)
})

it('a page of corrections goes along their index', async () => {
  for (const nodes of await plans(CORRECTIONS, correctionMatches(null), [])) {
    expect(indexesOf(nodes)).toContain('report_changes_corrections_idx')
    expect(largeSorts(nodes)).toEqual([])
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
      expect(largeSorts(nodes)).toEqual([])
    }
  })
})
