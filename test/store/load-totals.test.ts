import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure } from '../../src/domain/figure.ts'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import {
  completeOrder,
  loadTotals,
  type TotalOrder,
  type TotalRow,
  type TotalsQuestion,
  totalsStatement,
} from '../../src/store/load-totals.ts'
import { saveReport } from '../../src/store/save-report.ts'
import { AGGREGATE_NAMES } from '../../src/store/total-columns.ts'
import { testDatabase } from '../database.ts'
import { aReport, aRevision, blank, sameRules, stated, unreadable } from './a-revision.ts'

const db = await testDatabase()

const RECEIVED = 'applications.RECEIVED.TOTAL'
const save = (year: number, figures: readonly [FigurePath, Figure][], expectedRevision: number | null = null) =>
  saveReport(
    db,
    aRevision(JSON.stringify([year, figures]), {
      year,
      expectedRevision,
      report: aReport({ year, figures: new Map(figures) }),
    }),
    sameRules,
  )

const QUESTION: TotalsQuestion = {
  family: 'applications',
  figures: { row: ['RECEIVED'], applicant: ['TOTAL'] },
  paths: [RECEIVED],
  forms: ['FORM_2014', 'FORM_2019', 'FORM_2021'],
  filter: null,
  groupBy: ['YEAR'],
  aggregates: new Set(AGGREGATE_NAMES),
  isOneFigure: true,
  having: [],
  orderBy: [{ by: 'YEAR', direction: 'asc' }],
  limit: 100,
  way: 'FORWARDS',
}
const ask = async (given: Partial<TotalsQuestion> = {}) => (await loadTotals(db, { ...QUESTION, ...given })).rows

describe('totals of stored reports', () => {
  beforeAll(async () => {
    await save(2019, [[RECEIVED, stated('7')]])
    await save(2020, [[RECEIVED, blank]])
    await save(2021, [[RECEIVED, unreadable]])
    await save(2022, [['review.TOTAL', stated('1')]])
    await save(2023, [
      [RECEIVED, stated('0')],
      ['applications.CARRIED_IN.TOTAL', stated('5')],
    ])
  })

  it('take a blank, and what cannot be read, for no number; a report that does not print the figure is in no group', async () => {
    const none = { sum: null, average: null, minimum: null, maximum: null, median: null, stated: 0 }
    expect(await ask()).toMatchObject([
      { key: { YEAR: 2019 }, values: { sum: '7', average: '7', median: '7', reports: 1, stated: 1, blank: 0 } },
      { key: { YEAR: 2020 }, values: { ...none, reports: 1, blank: 1, unreadable: 0 } },
      { key: { YEAR: 2021 }, values: { ...none, reports: 1, blank: 0, unreadable: 1 } },
      { key: { YEAR: 2023 }, values: { sum: '0', average: '0', median: '0', reports: 1, stated: 1 } },
    ])
    const [all] = await ask({ groupBy: [], orderBy: [] })
    expect(all?.values).toEqual({
      sum: '7',
      // Of two, and not of four.
      average: '3.5',
      minimum: '0',
      maximum: '7',
      median: '3.5',
      reports: 4,
      reportsWithErrors: 0,
      stated: 2,
      blank: 1,
      unreadable: 1,
    })
  })

  it('count a report once, whatever it has in the group', async () => {
    const [all] = await ask({
      figures: { row: ['RECEIVED', 'CARRIED_IN'], applicant: ['TOTAL'] },
      groupBy: [],
      orderBy: [],
      isOneFigure: false,
    })
    expect(all?.values).toMatchObject({ sum: '12', reports: 4, stated: 3 })
  })

  const years = (rows: readonly TotalRow[]) => rows.map(({ key }) => key.YEAR)

  it.each([
    ['sum', 'asc', [2023, 2019, 2020, 2021]],
    ['sum', 'desc', [2019, 2023, 2020, 2021]],
    ['average', 'desc', [2019, 2023, 2020, 2021]],
    ['unreadable', 'desc', [2021, 2019, 2020, 2023]],
  ] as const)('are sorted by %s, %s, what is null at the end, and paged there', async (by, direction, sorted) => {
    const first: TotalOrder = { by, direction }
    const orderBy = completeOrder([first], QUESTION.groupBy)
    const all = await ask({ orderBy })
    expect(years(all)).toEqual(sorted)
    for (const [place, row] of all.entries()) {
      expect(years(await ask({ orderBy, from: row.place }))).toEqual(sorted.slice(place + 1))
      expect(years(await ask({ orderBy, from: row.place, way: 'BACKWARDS' }))).toEqual(sorted.slice(0, place))
    }
    expect(years(await ask({ orderBy, limit: 2, way: 'BACKWARDS' }))).toEqual(sorted.slice(2))
  })

  it('are of current revisions: a correction takes the place of what it corrects, and what is withdrawn is gone', async () => {
    const sum = async () => (await ask({ groupBy: [], orderBy: [] }))[0]?.values
    await save(2019, [[RECEIVED, stated('9')]], 1)
    expect(await sum()).toMatchObject({ sum: '9', reports: 4, stated: 2 })
    await save(2020, [[RECEIVED, stated('30')]], 1)
    expect(await sum()).toMatchObject({ sum: '39', reports: 4, stated: 3, blank: 0 })
    await db.prisma.report.updateMany({ where: { year: 2020 }, data: { currentNumber: null } })
    expect(await sum()).toMatchObject({ sum: '9', reports: 3, stated: 2 })
  })

  it('leave out reports of no form, and of forms that are not asked for', async () => {
    await saveReport(
      db,
      aRevision('no form', {
        year: 2024,
        report: aReport({ year: 2024, form: null, figures: new Map([[RECEIVED, stated('100')]]) }),
      }),
      sameRules,
    )
    expect(years(await ask())).not.toContain(2024)
    expect(await ask({ forms: ['FORM_2014'] })).toEqual([])
  })

  it('keep every digit of an amount, and a sum beyond what a count can be', async () => {
    const amount = 'disclosure.PROCUREMENT.AMOUNT'
    await save(2010, [
      [amount, stated('123456789012345.0001')],
      [RECEIVED, stated('2147483647')],
    ])
    await save(2011, [
      [amount, stated('987654321098765.4322')],
      [RECEIVED, stated('2147483647')],
    ])
    const of = { filter: { year: { lte: 2011 } }, groupBy: [], orderBy: [] } as const
    const [amounts] = await ask({
      ...of,
      family: 'disclosure',
      figures: { item: ['PROCUREMENT'], measure: ['AMOUNT'] },
    })
    expect(amounts?.values).toMatchObject({
      sum: '1111111110111110.4323',
      median: '555555555055555.21615',
      average: '555555555055555.2162',
    })
    const [counts] = await ask(of)
    expect(counts?.values).toMatchObject({ sum: '4294967294', average: '2147483647', median: '2147483647' })
  })
})

/** A thousand reports of made-up departments, each with the rows of the forms since 2019 and all items. */
const A_THOUSAND_REPORTS = `
  INSERT INTO agencies (district_code, kind, name) SELECT '110115', 'DEPARTMENT', '局' || n FROM generate_series(1, 40) AS n;
  INSERT INTO reports (agency_id, year, district_code)
    SELECT id, year, district_code FROM agencies, generate_series(1990, 2014) AS year WHERE kind = 'DEPARTMENT';
  INSERT INTO revisions (agency_id, year, number, form, source_kind, media_type, source_sha256, source, parser_version)
    SELECT agency_id, year, 1, 'FORM_2019', 'TEXT', 'text/plain', sha256('x'), 'x', '1' FROM reports JOIN agencies ON id = agency_id
    WHERE kind = 'DEPARTMENT';
  UPDATE reports SET current_number = 1 WHERE current_number IS NULL AND year < 2015;
  INSERT INTO application_outcomes (agency_id, year, number, "row", applicant, state, value, raw)
    SELECT agency_id, year, number, "row", applicant, 'STATED', 1, '1'
    FROM revisions, unnest(enum_range(NULL::application_row)) AS "row", unnest(enum_range(NULL::applicant)) AS applicant
    WHERE source = 'x' AND "row" <= 'CARRIED_OVER';
  INSERT INTO disclosure_items (agency_id, year, number, item, measure, state, value, raw)
    SELECT agency_id, year, number, item, 'COUNT', 'STATED', 1, '1'
    FROM revisions, unnest(enum_range(NULL::disclosure_item_code)) AS item
    WHERE source = 'x'`

describe('the plan over a thousand reports', () => {
  beforeAll(async () => {
    await db.pool.query(A_THOUSAND_REPORTS)
    await db.pool.query('VACUUM (FREEZE, ANALYZE)')
  })

  it.each<[why: string, given: Partial<TotalsQuestion>, index: string]>([
    ['a row of the applications table', {}, 'application_outcomes_of_a_kind_idx'],
    [
      'an item of disclosure',
      { family: 'disclosure', figures: { item: ['STAFF'], measure: ['COUNT'] } },
      'disclosure_items_of_a_kind_idx',
    ],
  ])('reads %s from the index that covers it, once', async (_why, given, index) => {
    const { text, values } = totalsStatement({ ...QUESTION, ...given })
    const client = await db.pool.connect()
    try {
      // How few reports may be looked up one by one is the planner's, and so is what it makes of pages that others still hold: what it
      // finds when it reads all of them at once is ours.
      await client.query('BEGIN; SET LOCAL enable_nestloop = off; SET LOCAL enable_bitmapscan = off')
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan).toContain(`Index Only Scan using ${index}`)
      expect(plan.match(/ on (application_outcomes|disclosure_items) /g)).toHaveLength(1)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  })
})
