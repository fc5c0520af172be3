import { beforeAll, describe, expect, it } from 'vitest'
import { findingMatches, reportMatches } from '../../src/store/conditions.ts'
import { type PagedList, readPage } from '../../src/store/keyset.ts'
import { FINDING_KEYS, FINDINGS, REPORT_KEYS, REPORTS } from '../../src/store/paged-lists.ts'
import type { Direction, Place, Sorted, SortKey, Way } from '../../src/store/sort-order.ts'
import { testDatabase } from '../database.ts'
import { makeUpReports } from './made-up-reports.ts'

// 12 counties in 9 years, 2010 to 2018: no form before 2014, then FORM_2014; one report of each year was withdrawn, and is not listed.

const db = await testDatabase()
beforeAll(async () => {
  await makeUpReports(db.pool, { counties: 12, years: 9 })
  await db.pool.query('UPDATE reports SET current_number = NULL WHERE agency_id = (SELECT min(agency_id) FROM reports)')
})

const by = (key: SortKey, direction: Direction = 'asc'): Sorted => ({ key, direction })
const LISTS = { reports: REPORTS as PagedList<object>, findings: FINDINGS as PagedList<object> }
const EVERYTHING = { reports: reportMatches(null), findings: findingMatches(null) }

async function pages(list: keyof typeof LISTS, order: readonly Sorted[], way: Way, limit: number) {
  const found: object[] = []
  let from: Place | undefined
  for (;;) {
    const page = await readPage(db, LISTS[list], { where: EVERYTHING[list], order, way, from, limit })
    expect(page.hasPassed).toBe(from !== undefined)
    const keys = page.rows.map(({ key }) => key)
    if (way === 'FORWARDS') found.push(...keys)
    else found.unshift(...keys)
    from = page.rows.at(way === 'FORWARDS' ? -1 : 0)?.place
    if (!page.hasMore) return found
  }
}

const { year, form, status, createdAt, district, agency } = REPORT_KEYS
const JOINED = `reports AS report
  JOIN districts AS district ON district.code = report.district_code
  JOIN agencies AS agency ON agency.id = report.agency_id
  LEFT JOIN revisions AS revision ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
  LEFT JOIN judgements AS judgement ON (judgement.agency_id, judgement.year, judgement.number) = (report.agency_id, report.year, report.current_number)`

describe('reports, page by page', () => {
  it.each<[sql: string, order: readonly Sorted[]]>([
    ['report.year DESC, report.agency_id', []],
    ['report.year ASC, report.agency_id', [by(year)]],
    ['report.year ASC, report.agency_id', [by(year), by(year, 'desc')]],
    ['report.district_code, report.year DESC, report.agency_id', [by(district.code)]],
    ['district.name DESC, report.year, report.agency_id', [by(district.name, 'desc'), by(year)]],
    ['district.level, agency.name, report.year DESC, report.agency_id', [by(district.level), by(agency.name)]],
    ['revision.form ASC NULLS LAST, report.year DESC, report.agency_id', [by(form)]],
    ['revision.form DESC NULLS FIRST, report.year DESC, report.agency_id', [by(form, 'desc')]],
    [
      'judgement.status DESC NULLS FIRST, revision.form ASC NULLS LAST, report.year DESC, report.agency_id',
      [by(status, 'desc'), by(form)],
    ],
    [
      'revision.form ASC NULLS LAST, judgement.status ASC NULLS LAST, report.district_code DESC, report.year DESC, report.agency_id',
      [by(form), by(status), by(district.code, 'desc')],
    ],
    ['report.created_at DESC, report.district_code, report.year DESC', [by(createdAt, 'desc'), by(district.code)]],
  ])('are all there once, in the order %s', async (sql, order) => {
    const { rows } = await db.pool.query(
      `SELECT report.agency_id, report.year FROM ${JOINED} WHERE current_number IS NOT NULL ORDER BY ${sql}`,
    )
    const whole = rows.map(({ agency_id, year }) => ({ agencyId: agency_id, year }))
    expect(whole).toHaveLength(99)
    for (const size of [7, 11, 99]) {
      expect(await pages('reports', order, 'FORWARDS', size)).toEqual(whole)
      expect(await pages('reports', order, 'BACKWARDS', size)).toEqual(whole)
    }
  })
})

describe('findings, page by page', () => {
  const { difference, absoluteDifference, severity, ruleId, report } = FINDING_KEYS
  it.each<[sql: string, order: readonly Sorted[]]>([
    ['finding.severity, finding.year DESC, finding.agency_id', [by(severity)]],
    ['finding.difference DESC, finding.year DESC, finding.agency_id', [by(difference, 'desc')]],
    ['abs(finding.difference) DESC, finding.year DESC, finding.agency_id', [by(absoluteDifference, 'desc')]],
    [
      'finding.rule_id, report.district_code DESC, finding.year, finding.agency_id',
      [by(ruleId), by(report.district.code, 'desc'), by(report.year)],
    ],
  ])('are all there once, in the order %s', async (sql, order) => {
    const { rows } = await db.pool.query(
      `SELECT finding.agency_id, finding.year, number, position FROM findings AS finding
       JOIN reports AS report ON (report.agency_id, report.year) = (finding.agency_id, finding.year) AND current_number = number
       ORDER BY ${sql}`,
    )
    const whole = rows.map(({ agency_id, ...others }) => ({ agencyId: agency_id, ...others }))
    expect(whole.length).toBeGreaterThan(40)
    for (const size of [5, 100]) {
      expect(await pages('findings', order, 'FORWARDS', size)).toEqual(whole)
      expect(await pages('findings', order, 'BACKWARDS', size)).toEqual(whole)
    }
  })
})
