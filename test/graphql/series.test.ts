import { beforeAll, describe, expect, it } from 'vitest'
import { type IngestSource, ingest } from '../../src/ingest/ingest.ts'
import { testHub } from '../hub.ts'
import { aYear } from '../ingest/a-year.ts'

// 朝阳 2017 and 通州 2018 are on the form of 2014, 大兴 2020 and 西工 2020 on that of 2019, 石景山 2022 on that of 2021. 大兴 has two more
// years on the form of 2021, with a gap and a blank, and a department with a report of its own.

const hub = await testHub()

async function store(source: IngestSource) {
  const ingested = await ingest(hub.db, source)
  if (!ingested.ok) throw new Error(ingested.error.message)
}

beforeAll(async () => {
  await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020')
  await store(aYear(2021, { RECEIVED: 100, GRANTED: 40, OTHER: 3, HANDLED_TOTAL: 80 }))
  await store(aYear(2023, { RECEIVED: null, GRANTED: 1, HANDLED_TOTAL: 4 }))
  await store(aYear(2021, { RECEIVED: 7 }, { agency: '北京市大兴区司法局' }))
})

interface Point {
  readonly year: number
  readonly value: string | null
}
interface Line {
  readonly district: { readonly code: string }
  readonly points: readonly Point[]
  readonly missingYears: readonly number[]
}
interface Total {
  readonly year: number
  readonly value: string | null
  readonly refusal: { readonly message: string } | null
}
interface Answer {
  readonly series: {
    readonly comparedWith: string
    readonly lines: {
      readonly nodes: readonly Line[]
      readonly totalCount: number
      readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage' | 'endCursor' | 'startCursor', unknown>>
    }
    readonly totals: readonly Total[]
  }
}

const series = async (args: string, selection: string) =>
  (await hub.dataOf<Answer, never>(`{ series(${args}) { ${selection} } }`)).series

const LINES = 'lines { nodes { district { code } points { year value } missingYears } }'
const linesOf = async (args: string) => (await series(args, LINES)).lines.nodes
const totalsOf = async (args: string, accept = 'SUM_OF_ROWS') => {
  const { totals } = await series(args, `totals(accept: ${accept}) { year value }`)
  return Object.fromEntries(totals.map(({ year, value }) => [year, value]))
}

describe('the lines of a series', () => {
  it('have a point for each report, by year, and list the years without one', async () => {
    expect(await linesOf('of: { category: RECEIVED }')).toEqual([
      {
        district: { code: '110105' },
        points: [{ year: 2017, value: '2555' }],
        missingYears: [2018, 2019, 2020, 2021, 2022, 2023],
      },
      {
        district: { code: '110107' },
        points: [{ year: 2022, value: '530' }],
        missingYears: [2017, 2018, 2019, 2020, 2021, 2023],
      },
      {
        district: { code: '110112' },
        points: [{ year: 2018, value: '674' }],
        missingYears: [2017, 2019, 2020, 2021, 2022, 2023],
      },
      {
        district: { code: '110115' },
        points: [
          { year: 2020, value: '953' },
          { year: 2021, value: '100' },
          // The cell is blank: a report without the figure is no gap, and no zero.
          { year: 2023, value: null },
        ],
        missingYears: [2017, 2018, 2019, 2022],
      },
      {
        district: { code: '410303' },
        points: [{ year: 2020, value: '13' }],
        missingYears: [2017, 2018, 2019, 2021, 2022, 2023],
      },
    ])
  })

  it('tell why a point has no value, and how it compares', async () => {
    const selection = `comparedWith lines { nodes { points {
      year form value numerator denominator reason missing comparison { comparability comparedWith }
    } } }`
    const { lines, comparedWith } = await series(
      'of: { metric: BACKLOG_RATIO }, filter: { district: { code: { in: ["110112", "110115"] } } }',
      selection,
    )
    expect(comparedWith).toBe('FORM_2021')
    const [tongzhou, daxing] = lines.nodes.map(({ points }) => points)
    expect(tongzhou).toEqual([
      {
        year: 2018,
        form: 'FORM_2014',
        value: null,
        numerator: null,
        denominator: null,
        reason: 'NOT_ON_FORM',
        missing: [],
        comparison: { comparability: 'NOT_COMPARABLE', comparedWith: 'FORM_2021' },
      },
    ])
    expect(daxing?.[0]).toEqual({
      year: 2020,
      form: 'FORM_2019',
      value: '0.037037',
      numerator: '37',
      denominator: '999',
      reason: null,
      missing: [],
      comparison: { comparability: 'EXACT', comparedWith: 'FORM_2021' },
    })
    expect(daxing?.[2]).toMatchObject({
      reason: 'FIGURE_ABSENT',
      missing: ['applications.CARRIED_OVER.TOTAL', 'applications.RECEIVED.TOTAL', 'applications.CARRIED_IN.TOTAL'],
    })
  })

  it('lead to agencies, districts and reports, and to the evidence of each point', async () => {
    hub.db.forgetStatements()
    const { lines } = await series(
      'of: { metric: DISCLOSURE_RATE }, filter: { year: { equals: 2018 } }',
      'lines { nodes { agency { name } district { fullName } points { report { title } figures { path raw snippet { exact } } } } }',
    )
    expect(lines.nodes).toEqual([
      {
        agency: { name: '北京市通州区人民政府' },
        district: { fullName: '北京市通州区' },
        points: [
          {
            report: { title: expect.stringContaining('2018年') },
            figures: [
              { path: 'applications.ALREADY_PUBLIC.TOTAL', raw: '109', snippet: { exact: '109' } },
              { path: 'applications.GRANTED.TOTAL', raw: '103', snippet: { exact: '103' } },
              { path: 'applications.HANDLED_TOTAL.TOTAL', raw: '655', snippet: { exact: '655' } },
            ],
          },
        ],
      },
    ])
  })

  it('are paged both ways, each line once', async () => {
    const page = (args: string) =>
      series(
        'of: { category: RECEIVED }',
        `lines(${args}) { totalCount nodes { district { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
      )
    const codes = ({ lines }: Answer['series']) => lines.nodes.map(({ district }) => district.code)
    const first = await page('first: 2')
    expect(codes(first)).toEqual(['110105', '110107'])
    expect(first.lines).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } })
    const second = await page(`first: 2, after: "${first.lines.pageInfo.endCursor}"`)
    expect(codes(second)).toEqual(['110112', '110115'])
    const last = await page('last: 2')
    expect(codes(last)).toEqual(['110115', '410303'])
    expect(codes(await page(`last: 2, before: "${last.lines.pageInfo.startCursor}"`))).toEqual(['110107', '110112'])
  })

  it('are of governments unless told otherwise', async () => {
    const received = (kind: string) => totalsOf(`of: { category: RECEIVED }, agencyKind: ${kind}`)
    expect((await received('GOVERNMENT'))[2021]).toBe('100')
    expect(await received('DEPARTMENT')).toEqual({ 2021: '7' })
    expect((await received('null'))[2021]).toBe('107')
  })

  it('follow one figure as well, of one kind of applicant', async () => {
    const lines = await linesOf('of: { path: "applications.RECEIVED.NATURAL_PERSON" }, filter: { year: { gte: 2020 } }')
    expect(lines.map(({ points }) => points[0])).toEqual([
      { year: 2022, value: '504' },
      { year: 2020, value: '860' },
      { year: 2020, value: '13' },
    ])
    expect(lines[0]?.missingYears).toEqual([2020, 2021, 2023])
  })
})

describe('the totals of a series', () => {
  it('add up the reports that have the figure, and tell how many lack it', async () => {
    const { totals } = await series(
      'of: { category: RECEIVED }',
      'totals { year value numerator denominator reports counted missing comparability refusal { message } }',
    )
    const nothing = { denominator: null, refusal: null, comparability: 'EXACT' }
    expect(totals).toEqual([
      { ...nothing, year: 2017, value: '2555', numerator: '2555', reports: 1, counted: 1, missing: 0 },
      { ...nothing, year: 2018, value: '674', numerator: '674', reports: 1, counted: 1, missing: 0 },
      { ...nothing, year: 2020, value: '966', numerator: '966', reports: 2, counted: 2, missing: 0 },
      { ...nothing, year: 2021, value: '100', numerator: '100', reports: 1, counted: 1, missing: 0 },
      { ...nothing, year: 2022, value: '530', numerator: '530', reports: 1, counted: 1, missing: 0 },
      { ...nothing, year: 2023, value: null, numerator: null, reports: 1, counted: 0, missing: 1 },
    ])
  })

  it('of a rate divide the sums, and are refused where forms compare more weakly than is accepted', async () => {
    // (261 + 10) / (962 + 13), 40 / 80, 309 / 525, 1 / 4.
    const comparable = { 2020: '0.277949', 2021: '0.5', 2022: '0.588571', 2023: '0.25' }
    expect(await totalsOf('of: { metric: DISCLOSURE_RATE }')).toEqual({ 2017: null, 2018: null, ...comparable })
    expect(await totalsOf('of: { metric: DISCLOSURE_RATE }', 'APPROXIMATE')).toEqual({
      2017: '0.399026',
      2018: '0.323664',
      ...comparable,
    })
    const { totals } = await series(
      'of: { metric: DISCLOSURE_RATE }, filter: { year: { equals: 2018 } }',
      'totals { comparability numerator counted refusal { message forms { form comparedWith comparability reasons(language: EN) } } forms { form reports counted comparison { comparability } } }',
    )
    const reasons = [
      'The form of 2014 prints “already proactively disclosed” beside “granted”; since 2019 both are granted (Article 36 (1) of the Regulations).',
      'The form of 2014 counts answers, and among them notices to change or supplement a request, which do not close it.',
    ]
    expect(totals).toEqual([
      {
        comparability: 'APPROXIMATE',
        numerator: null,
        counted: 1,
        refusal: {
          message: `Expected reports whose forms compare with FORM_2021 at least as SUM_OF_ROWS, got FORM_2014 is APPROXIMATE: ${reasons.join(' ')} Leave these forms out by the filter, compare with another form, or accept less.`,
          forms: [{ form: 'FORM_2014', comparedWith: 'FORM_2021', comparability: 'APPROXIMATE', reasons }],
        },
        forms: [{ form: 'FORM_2014', reports: 1, counted: 1, comparison: { comparability: 'APPROXIMATE' } }],
      },
    ])
  })

  it('are of the form that the series is compared with', async () => {
    const of2014 = 'of: { metric: DISCLOSURE_RATE }, comparedWith: FORM_2014, filter: { year: { lte: 2020 } }'
    expect(await totalsOf(of2014)).toEqual({ 2017: '0.399026', 2018: '0.323664', 2020: null })
    // What only the form of 2014 tells is compared with that.
    const { comparedWith } = await series('of: { metric: ON_TIME_SHARE }', 'comparedWith')
    expect(comparedWith).toBe('FORM_2014')
    expect(await totalsOf('of: { metric: ON_TIME_SHARE }')).toEqual({
      2017: '0.790965',
      2018: '0.845802',
      2020: null,
      2021: null,
      2022: null,
      2023: null,
    })
  })

  it('of a figure that forms count otherwise are refused, unless that is accepted', async () => {
    const path = 'of: { path: "applications.GRANTED.TOTAL" }, filter: { year: { lte: 2020 } }'
    expect(await totalsOf(path, 'APPROXIMATE')).toEqual({ 2017: null, 2018: null, 2020: '271' })
    expect(await totalsOf(path, 'NOT_COMPARABLE')).toEqual({ 2017: '752', 2018: '103', 2020: '271' })
  })

  it('take figures away, keep every digit, and know rows that stand for each other', async () => {
    const carriedOver = await totalsOf('of: { category: CARRIED_OVER }', 'APPROXIMATE')
    // 2,555 received less 2,258 answered; 674 less 655.
    expect(carriedOver).toMatchObject({ 2017: '297', 2018: '19', 2020: '37', 2022: '11' })
    expect(await totalsOf('of: { metric: ADMINISTRATIVE_FEES_COLLECTED }, filter: { year: { gte: 2021 } }')).toEqual({
      2021: null,
      2022: '4934.0578',
      2023: null,
    })
    // The single row that a report of 2021 keeps; 7 + 0 + 10.
    expect(await totalsOf('of: { category: OTHERWISE_HANDLED }, filter: { year: { gte: 2020 } }')).toEqual({
      2020: '0',
      2021: '3',
      2022: '17',
      2023: null,
    })
  })
})

describe('the statements of a series', () => {
  it.each([
    ['totals', 'totals { year value forms { reports } }', 1],
    ['lines', 'lines { nodes { points { year value missing } } }', 1],
    ['both', 'totals { value } lines { nodes { points { value } } }', 2],
    // The lines; agencies; districts; reports with their current revisions; revisions of the points; figures, snippets.
    [
      'everything',
      'lines { nodes { agency { name } district { name } points { report { title } figures { snippet { exact } } } } }',
      7,
    ],
  ])('of %s are as many for one report as for seven', async (_name, selection, statements) => {
    for (const filter of ['{ year: { equals: 2018 } }', '{}']) {
      hub.db.forgetStatements()
      await series(`of: { metric: DISCLOSURE_RATE }, filter: ${filter}`, selection)
      expect(hub.db.statements, hub.db.statements.join('\n')).toHaveLength(statements)
    }
  })
})

describe('a series that cannot be', () => {
  it.each([
    ['of nothing', '{ series(of: {}) { comparedWith } }', 'exactly one key'],
    ['of two things', '{ series(of: { category: RECEIVED, metric: REFUSAL_RATE }) { comparedWith } }', 'exactly one'],
    ['of no figure', '{ series(of: { path: "review.TOTALS" }) { comparedWith } }', 'The nearest are review.TOTAL,'],
    [
      'from another cursor',
      '{ series(of: { category: RECEIVED }) { lines(after: "R1BDOlM6MTE=") { totalCount } } }',
      'Expected "after" to be a cursor that the list "lines" gave in this order (district.code ASC, agency ASC)',
    ],
    [
      'of too many lines',
      '{ series(of: { category: RECEIVED }) { lines(first: 101) { totalCount } } }',
      'between 0 and 100',
    ],
  ])('%s is refused', async (_name, query, message) => {
    const { errors } = await hub.ask(query)
    expect(errors?.[0]?.message).toContain(message)
  })

  it('costs what it may answer', async () => {
    const points = (first: number) =>
      `{ series(of: { category: RECEIVED }) { lines(first: ${first}) { nodes { points { value figures { path decimal raw label unit state snippet { exact prefix suffix text } } } } } } }`
    expect((await hub.ask(points(20))).errors).toBeUndefined()
    expect((await hub.ask(points(100))).errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COMPLEX')
  })
})
