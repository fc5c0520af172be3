import { beforeAll, describe, expect, it } from 'vitest'
import { everyFormula } from '../../../src/metrics/every-formula.ts'
import { quantityOfMetric } from '../../../src/metrics/quantity.ts'
import type { ReportCondition } from '../../../src/store/conditions.ts'
import { loadSeriesSums, seriesByFigures, seriesBySums } from '../../../src/store/load-series.ts'
import { loadTotals, type TotalsQuestion, totalsBySums } from '../../../src/store/load-totals.ts'
import { addUp, beginSums } from '../../../src/store/sums/add-up.ts'
import { groupCondition } from '../../../src/store/sums/sum-conditions.ts'
import { testDatabase } from '../../database.ts'
import { makeUpReports } from '../made-up-reports.ts'
import { seriesOf } from './both-ways.ts'

describe('what groups of sums tell', () => {
  it.each<[told: 'OF_COUNTRY' | 'OF_PROVINCE' | null, condition: ReportCondition | null]>([
    ['OF_COUNTRY', null],
    ['OF_COUNTRY', { year: { in: [2019, 2020] }, form: null, AND: [], OR: null }],
    ['OF_COUNTRY', { form: { equals: 'FORM_2019' }, district: { level: { equals: 'COUNTY' } } }],
    ['OF_COUNTRY', { agency: { kind: { in: ['GOVERNMENT'] } }, NOT: [{ year: { gte: 2020 } }] }],
    ['OF_COUNTRY', { district: { name: null, code: {} }, status: null }],
    ['OF_PROVINCE', { district: { within: '110000' } }],
    [
      'OF_PROVINCE',
      { OR: [{ district: { code: { startsWith: '4' } } }, { agency: { district: { within: '110000' } } }] },
    ],
    // What is within a prefecture or a county, and what one report has and another has not.
    [null, { district: { within: '410300' } }],
    [null, { district: { code: { startsWith: '110' } } }],
    [null, { district: { code: { startsWith: '11', equals: '110115' } } }],
    [null, { district: { code: { equals: '110000' } } }],
    [null, { district: { name: { contains: '区' } } }],
    [null, { district: { parent: { level: { equals: 'PROVINCE' } } } }],
    [null, { agency: { name: { contains: '财政' } } }],
    [null, { status: { equals: 'CLEAN' } }],
    [null, { createdAt: { gte: new Date(0) } }],
    [null, { findings: { none: {} } }],
    [null, { year: { equals: 2020 }, OR: [{ form: { equals: 'FORM_2019' } }, { findings: { some: {} } }] }],
    [null, { NOT: [{ AND: [{ district: { current: false } }] }] }],
  ])('%s: %j', (told, condition) => {
    const found = groupCondition(condition)
    expect(found && (found.isOfProvince ? 'OF_PROVINCE' : 'OF_COUNTRY')).toBe(told)
  })
})

describe('totals that sums do not tell', () => {
  const asked: TotalsQuestion = {
    ...{
      family: 'applications',
      figures: { row: ['RECEIVED'], applicant: ['TOTAL'] },
      paths: ['applications.RECEIVED.TOTAL'],
    },
    ...{
      forms: ['FORM_2019'],
      filter: null,
      groupBy: ['YEAR'],
      aggregates: new Set(['sum']),
      isOneFigure: true,
      having: [],
    },
    ...{ orderBy: [{ by: 'YEAR', direction: 'asc' }], limit: 10, way: 'FORWARDS' },
  }

  it.each<[told: boolean, given: Partial<TotalsQuestion>]>([
    [true, {}],
    [
      true,
      { groupBy: ['PROVINCE', 'LEVEL', 'AGENCY_KIND', 'OUTCOME_GROUP'], orderBy: [{ by: 'sum', direction: 'desc' }] },
    ],
    [true, { aggregates: new Set(['average', 'reports', 'reportsWithErrors', 'stated', 'blank', 'unreadable']) }],
    [true, { aggregates: new Set(['sum', 'stated']), isOneFigure: false }],
    [false, { groupBy: ['DISTRICT'] }],
    [false, { groupBy: ['PREFECTURE'] }],
    [false, { aggregates: new Set(['median']) }],
    [false, { aggregates: new Set(['maximum']) }],
    [false, { orderBy: [{ by: 'minimum', direction: 'asc' }] }],
    [false, { having: [{ of: 'reports', is: 'gt', value: 1 }], isOneFigure: false }],
    [false, { filter: { district: { within: '110115' } } }],
  ])('%s: %o', (told, given) => {
    expect(totalsBySums({ ...asked, ...given }) !== null).toBe(told)
  })
})

describe('six thousand reports', () => {
  const COUNT: TotalsQuestion = {
    ...{
      family: 'review',
      figures: { result: ['TOTAL'] },
      paths: ['review.TOTAL'],
      forms: ['FORM_2019'],
      filter: {},
      groupBy: [],
    },
    ...{
      aggregates: new Set(['sum', 'stated']),
      isOneFigure: true,
      having: [],
      orderBy: [],
      limit: 1,
      way: 'FORWARDS',
    },
  }
  const db = testDatabase()
  const RATE = seriesOf(quantityOfMetric('REFUSAL_RATE'))

  beforeAll(async () => {
    const { pool } = await db
    await makeUpReports(pool, { counties: 600, years: 10 })
    await pool.query(`
      INSERT INTO review_results (agency_id, year, number, result, state, value, raw)
      SELECT agency_id, year, number, 'TOTAL', 'STATED', 1, '1' FROM revisions`)
    await pool.query('ANALYZE')
  }, 300_000)

  const sent = async (ask: () => Promise<unknown>) => {
    const { statements, forgetStatements } = await db
    forgetStatements()
    await ask()
    return statements.map((text) => (text.includes('sum_groups') ? 'sums' : 'figures'))
  }

  it('are read by their figures while sums are far behind, and from then on by sums', async () => {
    const hub = await db
    const totals = () => loadTotals(hub, COUNT)
    const series = () => loadSeriesSums(hub, RATE)
    await beginSums(hub, everyFormula())
    const before = [await totals(), await series()]
    expect(await sent(totals)).toEqual(['sums', 'figures'])
    expect(await sent(series)).toEqual(['sums', 'figures'])
    while ((await addUp(hub, everyFormula(), 2_000)) > 0);
    expect(await sent(totals)).toEqual(['sums'])
    expect(await sent(series)).toEqual(['sums'])
    expect([await totals(), await series()]).toEqual(before)
    expect(before[0]).toMatchObject({ rows: [{ values: { sum: '600', stated: 600 } }] })
  }, 300_000)

  it('are not looked at where sums tell, and one by one where these are behind', async () => {
    const { pool } = await db
    await pool.query('VACUUM ANALYZE')
    const planOf = async ({ text, values }: { text: string; values: unknown[] }) => {
      const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (ANALYZE, COSTS off, TIMING off) ${text}`,
        values,
      )
      return rows.map((row) => row['QUERY PLAN'])
    }
    for (const statement of [totalsBySums(COUNT), seriesBySums(RATE)]) {
      if (statement === null) throw new Error('Expected sums to tell this.')
      const plan = await planOf(statement)
      expect(plan.join('\n')).toMatch(/ using reports_unsummed_idx on reports /)
      const ofFigures = plan.filter((line) => / on (review_results|application_outcomes|revisions)/.test(line))
      expect(ofFigures.length).toBeGreaterThan(1)
      expect(ofFigures.filter((line) => !line.includes('(never executed)'))).toEqual([])
      expect(
        ofFigures.filter((line) => / on (review_results|revisions)/.test(line) && !/Index (Only )?Scan/.test(line)),
      ).toEqual([])
    }
    const whole = await planOf(seriesByFigures(RATE))
    expect(whole.join('\n')).toMatch(/ on application_outcomes.*\(actual rows/)
  })
})
