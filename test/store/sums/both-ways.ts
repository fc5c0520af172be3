import type pg from 'pg'
import { expect } from 'vitest'
import { FORMS } from '../../../src/domain/forms.ts'
import { codesOf } from '../../../src/domain/terms.ts'
import {
  formsTelling,
  type Quantity,
  quantityOfCategory,
  quantityOfMetric,
  quantityOfPath,
} from '../../../src/metrics/quantity.ts'
import type { ReportCondition } from '../../../src/store/conditions.ts'
import { Prisma } from '../../../src/store/generated/prisma/client.ts'
import { type SeriesQuestion, seriesByFigures, seriesBySums } from '../../../src/store/load-series.ts'
import { completeOrder, type TotalsQuestion, totalsBySums, totalsStatement } from '../../../src/store/load-totals.ts'
import type { Aggregate, TotalKey } from '../../../src/store/total-columns.ts'

// Questions that sums answer, and that figures answer as well.

const FILTERS: readonly ReportCondition[] = [
  {},
  { year: { gte: 2019 }, form: { in: ['FORM_2019', 'FORM_2021'] } },
  { district: { within: '110000' } },
  { district: { code: { startsWith: '4' }, level: { in: ['COUNTY', 'PREFECTURE'] } } },
  { agency: { kind: { equals: 'GOVERNMENT' }, district: { NOT: [{ level: { equals: 'PROVINCE' } }] } } },
  {
    OR: [
      { form: { equals: 'FORM_2021' } },
      { AND: [{ year: { equals: 2018 } }, { NOT: [{ district: { within: '110000' } }] }] },
    ],
  },
  { NOT: [{ form: { equals: 'FORM_2019' } }] },
]

const COUNTED = ['stated', 'blank', 'unreadable'] as const
const ALL: readonly Aggregate[] = ['sum', 'average', 'reports', 'reportsWithErrors', ...COUNTED]

function question(
  family: TotalsQuestion['family'],
  figures: TotalsQuestion['figures'],
  paths: TotalsQuestion['paths'],
  groupBy: readonly TotalKey[],
  given: Partial<TotalsQuestion> = {},
): TotalsQuestion {
  return {
    ...{
      family,
      figures,
      paths,
      groupBy,
      forms: codesOf(FORMS),
      filter: null,
      having: [],
      limit: 1_000,
      way: 'FORWARDS',
    },
    aggregates: new Set(ALL),
    isOneFigure: true,
    orderBy: completeOrder([], groupBy),
    ...given,
  }
}

const RECEIVED = ['applications.RECEIVED.TOTAL'] as const
const RECEIVED_OF = { row: ['RECEIVED'], applicant: ['TOTAL'] }
const OF_APPLICANTS = ['applications.RECEIVED.TOTAL', 'applications.RECEIVED.NATURAL_PERSON'] as const

const TOTALS: readonly TotalsQuestion[] = FILTERS.flatMap((filter) => [
  question('applications', RECEIVED_OF, RECEIVED, ['YEAR'], { filter }),
  question('applications', RECEIVED_OF, RECEIVED, [], { filter }),
  question('applications', RECEIVED_OF, RECEIVED, ['PROVINCE', 'AGENCY_KIND'], { filter, forms: ['FORM_2019'] }),
  question(
    'applications',
    { row: ['RECEIVED'], applicant: ['TOTAL', 'NATURAL_PERSON'] },
    OF_APPLICANTS,
    ['APPLICANT', 'LEVEL'],
    { filter },
  ),
  // Of several figures in a group reports are not counted.
  question(
    'applications',
    { row: ['RECEIVED'], applicant: ['TOTAL', 'NATURAL_PERSON'] },
    OF_APPLICANTS,
    ['FORM', 'OUTCOME_GROUP'],
    {
      filter,
      isOneFigure: false,
      aggregates: new Set(['sum', ...COUNTED] as const),
      having: [{ of: 'sum', is: 'gte', value: '5' }],
      orderBy: completeOrder([{ by: 'average', direction: 'desc' }], ['FORM', 'OUTCOME_GROUP']),
    },
  ),
  question(
    'disclosure',
    { item: ['PROCUREMENT', 'LICENSING'], measure: ['AMOUNT', 'CHANGE'] },
    ['disclosure.PROCUREMENT.AMOUNT', 'disclosure.LICENSING.CHANGE'],
    ['ITEM', 'MEASURE', 'YEAR'],
    { filter },
  ),
  question('review', { result: ['UPHELD'] }, ['review.UPHELD'], ['RESULT', 'PROVINCE'], { filter }),
  question('litigation', { route: ['DIRECT'], result: ['PENDING'] }, ['litigation.DIRECT.PENDING'], ['ROUTE', 'YEAR'], {
    filter,
  }),
])

const QUANTITIES: readonly Quantity[] = [
  quantityOfMetric('BACKLOG_RATIO'),
  quantityOfMetric('NATURAL_PERSON_SHARE'),
  quantityOfMetric('REQUESTS_RECEIVED'),
  quantityOfCategory('REVIEW_DECIDED'),
  quantityOfPath('disclosure.PROCUREMENT.AMOUNT'),
]

/** What is asked when a quantity is followed. */
export function seriesOf(quantity: Quantity, given: Partial<SeriesQuestion> = {}): SeriesQuestion {
  const formulas = formsTelling(quantity).flatMap((form) => {
    const made = quantity.formulas(form)
    return made === null ? [] : [[form, made] as const]
  })
  return { filter: {}, agencyKind: null, formulas: new Map(formulas), ...given }
}

const SERIES: readonly SeriesQuestion[] = QUANTITIES.flatMap((quantity) =>
  FILTERS.map((filter, place) => seriesOf(quantity, { filter, agencyKind: place % 2 === 0 ? null : 'GOVERNMENT' })),
)

const PAIRS: readonly (readonly [bySums: Prisma.Sql | null, byFigures: Prisma.Sql, asked: object])[] = [
  ...TOTALS.map((asked) => [totalsBySums(asked), totalsStatement(asked), asked] as const),
  ...SERIES.map((asked) => [seriesBySums(asked), yearsOf(seriesByFigures(asked)), asked] as const),
]

/** One row of the years, as sums give it. */
function yearsOf(years: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT TRUE AS holds, coalesce(json_agg(years ORDER BY year, form), '[]') AS years FROM (${years}) AS years`
}

/** Asks everything both ways at one moment of the store, whatever is written meanwhile, and expects the same. */
export async function expectTheSame(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    for (const [bySums, byFigures, asked] of PAIRS) {
      if (bySums === null) throw new Error(`Expected sums to tell ${JSON.stringify(asked)}.`)
      const { rows } = await client.query(bySums)
      const { rows: expected } = await client.query(byFigures)
      expect(rows, JSON.stringify(asked)).toEqual(expected)
    }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
