import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

// The five samples. Received: 朝阳 2017 2555, 通州 2018 674, 大兴 2020 953, 西工 2020 13, 石景山 2022 530.

const hub = await testHub()
beforeAll(() => hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020'))

interface Totals {
  readonly totalCount: number
  readonly pageInfo: Readonly<Record<string, unknown>>
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[]
  readonly nodes: readonly Readonly<Record<string, unknown>>[]
}

const RECEIVED = 'of: { applications: { rows: [RECEIVED] } }'
const SINCE_2019 = 'filter: { form: { in: [FORM_2019, FORM_2021] } }'

async function totals(args: string, selection: string): Promise<Totals['nodes']> {
  const data = await hub.dataOf<{ totals: Totals }, never>(`{ totals(${args}) { nodes { ${selection} } } }`)
  return data.totals.nodes
}

/** The error to a question that is refused before the store is asked. */
async function refusal(args: string) {
  hub.db.forgetStatements()
  const { errors } = await hub.ask(`{ totals(${args}) { nodes { sum } } }`)
  expect(hub.db.statements).toEqual([])
  expect(errors).toHaveLength(1)
  return { code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message }
}

describe('totals', () => {
  it('add up requests received by year', async () => {
    expect(await totals(`${RECEIVED}, groupBy: [YEAR]`, 'key { year } unit sum reports')).toEqual([
      { key: { year: 2017 }, unit: 'CASES', sum: '2555', reports: 1 },
      { key: { year: 2018 }, unit: 'CASES', sum: '674', reports: 1 },
      // 953 + 13.
      { key: { year: 2020 }, unit: 'CASES', sum: '966', reports: 2 },
      { key: { year: 2022 }, unit: 'CASES', sum: '530', reports: 1 },
    ])
  })

  it('make one group of everything without keys', async () => {
    const selection = 'sum average minimum maximum median reports figures { stated blank unreadable }'
    expect(await totals(RECEIVED, selection)).toEqual([
      {
        // 2555 + 674 + 953 + 13 + 530, a fifth of it, and the third of the five.
        sum: '4725',
        average: '945',
        minimum: '13',
        maximum: '2555',
        median: '674',
        reports: 5,
        figures: { stated: 5, blank: 0, unreadable: 0 },
      },
    ])
  })

  it('have a median half-way between the middle two', async () => {
    const inBeijing = `${RECEIVED}, filter: { district: { code: { startsWith: "11" } } }`
    // 530, 674, 953, 2555.
    expect(await totals(inBeijing, 'median average')).toEqual([{ median: '813.5', average: '1178' }])
  })

  it('round an average to four places, and nothing else', async () => {
    const [first] = await totals(
      `${RECEIVED}, filter: { year: { lte: 2020 }, district: { code: { startsWith: "11" } } }`,
      'sum average',
    )
    // (2555 + 674 + 953) / 3.
    expect(first).toEqual({ sum: '4182', average: '1394' })
    const [amounts] = await totals(
      'of: { disclosure: { items: [PROCUREMENT], measures: [AMOUNT] } }',
      'unit sum average median',
    )
    // 28130.0902 and 1723.2952.
    expect(amounts).toEqual({
      unit: 'TEN_THOUSAND_YUAN',
      sum: '29853.3854',
      average: '14926.6927',
      median: '14926.6927',
    })
    const [results] = await totals(`of: { review: {} }, ${SINCE_2019}`, 'sum average')
    // (117 + 1 + 12) / 3 = 43.33333…
    expect(results).toEqual({ sum: '130', average: '43.3333' })
  })

  it('tell which ground of refusal, and which applicant', async () => {
    const question = `of: { applications: { outcomeGroups: [REFUSED], applicants: [COMMERCIAL_ENTERPRISE, SOCIAL_WELFARE_ORGANIZATION] } },
      ${SINCE_2019}, groupBy: [ROW, APPLICANT], having: { sum: { gt: "0" } }, orderBy: [{ sum: DESC }, { applicant: DESC }]`
    expect(await totals(question, 'key { row applicant } sum reports')).toEqual([
      // 大兴 alone; the three reports print it.
      { key: { row: 'REFUSED_PROCESS_INFORMATION', applicant: 'COMMERCIAL_ENTERPRISE' }, sum: '2', reports: 3 },
      { key: { row: 'REFUSED_ENFORCEMENT_FILE', applicant: 'SOCIAL_WELFARE_ORGANIZATION' }, sum: '1', reports: 3 },
      // 石景山 one.
      { key: { row: 'REFUSED_INTERNAL_AFFAIRS', applicant: 'COMMERCIAL_ENTERPRISE' }, sum: '1', reports: 3 },
      { key: { row: 'REFUSED_ENFORCEMENT_FILE', applicant: 'COMMERCIAL_ENTERPRISE' }, sum: '1', reports: 3 },
    ])
    const all = await totals(
      `of: { applications: { rows: [REFUSED_ENFORCEMENT_FILE] } }, groupBy: [APPLICANT]`,
      'key { applicant } sum',
    )
    // 20 + 3; 1; 1; and the printed totals 22 + 3.
    expect(all.map(({ key, sum }) => [(key as { applicant: string }).applicant, sum])).toEqual([
      ['NATURAL_PERSON', '23'],
      ['COMMERCIAL_ENTERPRISE', '1'],
      ['RESEARCH_INSTITUTION', '0'],
      ['SOCIAL_WELFARE_ORGANIZATION', '1'],
      ['LEGAL_SERVICE_INSTITUTION', '0'],
      ['OTHER_ORGANIZATION', '0'],
      ['TOTAL', '25'],
    ])
  })

  it('add up the rows under a heading, each once', async () => {
    const question =
      'of: { applications: {} }, groupBy: [OUTCOME_GROUP, FORM], orderBy: [{ outcomeGroup: ASC }, { form: DESC }]'
    const found = await totals(question, 'key { outcomeGroup form } sum reports figures { stated }')
    expect(found.map(({ key, sum, reports }) => [...Object.values(key as object), sum, reports])).toEqual([
      ['GRANTED', 'FORM_2021', '309', 1],
      ['GRANTED', 'FORM_2019', '271', 2],
      ['GRANTED', 'FORM_2014', '855', 2],
      ['PARTLY_GRANTED', 'FORM_2021', '25', 1],
      ['PARTLY_GRANTED', 'FORM_2019', '109', 2],
      ['PARTLY_GRANTED', 'FORM_2014', '68', 2],
      // 4 + 1 + 7 + 3 + 3 + 5; 69 of 大兴 and 1 of 西工.
      ['REFUSED', 'FORM_2021', '23', 1],
      ['REFUSED', 'FORM_2019', '70', 2],
      // The six grounds, 143 and 54, and not the row that adds them up.
      ['REFUSED', 'FORM_2014', '197', 2],
      ['UNABLE', 'FORM_2021', '141', 1],
      ['UNABLE', 'FORM_2019', '502', 2],
      ['NOT_PROCESSED', 'FORM_2021', '10', 1],
      ['NOT_PROCESSED', 'FORM_2019', '23', 2],
      ['OTHERWISE_HANDLED', 'FORM_2021', '17', 1],
      ['OTHERWISE_HANDLED', 'FORM_2019', '0', 2],
    ])
    expect(found[8]).toMatchObject({ figures: { stated: 12 } })
  })

  it('add up the cells of many rows and columns to what the reports print as their total', async () => {
    const groups = 'GRANTED, PARTLY_GRANTED, REFUSED, UNABLE, NOT_PROCESSED, OTHERWISE_HANDLED'
    const applicants = `NATURAL_PERSON, COMMERCIAL_ENTERPRISE, RESEARCH_INSTITUTION, SOCIAL_WELFARE_ORGANIZATION,
      LEGAL_SERVICE_INSTITUTION, OTHER_ORGANIZATION`
    const of = `of: { applications: { outcomeGroups: [${groups}], applicants: [${applicants}] } }`
    // 962 of 大兴, 13 of 西工, 525 of 石景山; 19 rows twice and 21 once, by six.
    expect(await totals(`${of}, ${SINCE_2019}`, 'sum reports figures { stated }')).toEqual([
      { sum: '1500', reports: 3, figures: { stated: 354 } },
    ])
  })

  it('know province, prefecture and level of districts, as nodes', async () => {
    const selection =
      'key { province { code name } prefecture { name parent { name } } level agencyKind district { code } } sum'
    expect(
      await totals(
        `${RECEIVED}, groupBy: [PROVINCE, PREFECTURE, LEVEL, AGENCY_KIND], orderBy: [{ sum: ASC }]`,
        selection,
      ),
    ).toEqual([
      {
        key: {
          province: { code: '410000', name: '河南省' },
          prefecture: { name: '洛阳市', parent: { name: '河南省' } },
          level: 'COUNTY',
          agencyKind: 'GOVERNMENT',
          district: null,
        },
        sum: '13',
      },
      {
        key: {
          province: { code: '110000', name: '北京市' },
          // Directly under the municipality.
          prefecture: null,
          level: 'COUNTY',
          agencyKind: 'GOVERNMENT',
          district: null,
        },
        // 2555 + 674 + 953 + 530.
        sum: '4712',
      },
    ])
    const districts = await totals(
      `${RECEIVED}, groupBy: [DISTRICT], orderBy: [{ district: DESC }], first: 2`,
      'key { district { fullName } }',
    )
    expect(districts.map(({ key }) => key)).toEqual([
      { district: { fullName: '洛阳市西工区' } },
      { district: { fullName: '北京市大兴区' } },
    ])
  })

  it('add up what one form prints as one number and another as several', async () => {
    // 109 + 103, 149 + 752; 261 + 10, 309.
    expect(
      await totals('of: { applications: { rows: [ALREADY_PUBLIC, GRANTED] } }, groupBy: [YEAR]', 'sum reports'),
    ).toEqual([
      { sum: '901', reports: 1 },
      { sum: '212', reports: 1 },
      { sum: '271', reports: 2 },
      { sum: '309', reports: 1 },
    ])
    // 55 + 12; 25 + 8, 0 + 0, 18 + 4.
    const upheld = 'of: { litigation: { results: [UPHELD] } }, groupBy: [FORM]'
    expect(await totals(upheld, 'key { form } sum reports figures { stated }')).toEqual([
      { key: { form: 'FORM_2014' }, sum: '67', reports: 2, figures: { stated: 2 } },
      { key: { form: 'FORM_2019' }, sum: '33', reports: 2, figures: { stated: 4 } },
      { key: { form: 'FORM_2021' }, sum: '22', reports: 1, figures: { stated: 2 } },
    ])
  })

  it.each([
    ['a sum', 'having: { sum: { gte: "674", lt: "2555" } }', [2018, 2020]],
    ['an average', 'having: { average: { equals: "483.0" } }', [2020]],
    ['a minimum', 'having: { minimum: { lte: "13" } }', [2020]],
    ['a maximum', 'having: { maximum: { gt: "953" } }', [2017]],
    ['a median', 'having: { median: { lt: "530" } }', [2020]],
    ['the number of reports', 'having: { reports: { gt: 1 } }', [2020]],
    ['the number of stated figures', 'having: { stated: { equals: 1 } }', [2017, 2018, 2022]],
    ['what is blank', 'having: { blank: { gt: 0 } }', []],
    ['what cannot be read', 'having: { unreadable: { lte: 0 } }', [2017, 2018, 2020, 2022]],
    ['two conditions', 'having: { sum: { gt: "600" }, reports: { equals: 1 } }', [2017, 2018]],
    ['conditions left empty', 'having: { sum: null, reports: { gt: null } }', [2017, 2018, 2020, 2022]],
  ])('are those that fulfil %s', async (_name, having, years) => {
    const found = await totals(`${RECEIVED}, groupBy: [YEAR], ${having}`, 'key { year }')
    expect(found.map(({ key }) => (key as { year: number }).year)).toEqual(years)
  })

  it('take the filter before they are grouped', async () => {
    expect(
      await totals(
        `${RECEIVED}, groupBy: [YEAR], filter: { district: { fullName: { contains: "大兴" } } }`,
        'key { year } sum',
      ),
    ).toEqual([{ key: { year: 2020 }, sum: '953' }])
    expect(await totals(`${RECEIVED}, groupBy: [YEAR], filter: { year: { gte: 3000 } }`, 'sum')).toEqual([])
    expect(
      await totals(`${RECEIVED}, filter: { year: { gte: 3000 } }`, 'sum median reports figures { stated }'),
    ).toEqual([{ sum: null, median: null, reports: 0, figures: { stated: 0 } }])
  })

  it('have the unit of their figures on their form', async () => {
    const question = 'of: { disclosure: { items: [NORMATIVE_DOCUMENTS], measures: [DISCLOSED] } }, groupBy: [FORM]'
    expect(await totals(question, 'key { form } unit')).toEqual([
      { key: { form: 'FORM_2014' }, unit: 'ENTRIES' },
      { key: { form: 'FORM_2019' }, unit: 'DOCUMENTS' },
    ])
  })
})

describe('totals are refused', () => {
  it.each([
    [
      'for a whole and its part',
      'of: { applications: { rows: [HANDLED_TOTAL, GRANTED] } }',
      'applications.HANDLED_TOTAL.TOTAL and applications.GRANTED.TOTAL, which is a part of it and would be counted twice. Group by ROW',
    ],
    [
      'for all applicants and some',
      'of: { applications: { rows: [RECEIVED], applicants: [NATURAL_PERSON, TOTAL] } }',
      'applications.RECEIVED.TOTAL and applications.RECEIVED.NATURAL_PERSON, which is a part of it and would be counted twice. Group by APPLICANT',
    ],
    [
      'for refusals of 2014 and their grounds',
      'of: { applications: { rows: [REFUSED, REFUSED_PRIVACY] } }, groupBy: [FORM]',
      'applications.REFUSED.TOTAL and applications.REFUSED_PRIVACY.TOTAL, which is a part of it',
    ],
    [
      'for all cases and some',
      'of: { review: { results: [UPHELD, TOTAL] } }',
      'review.TOTAL and review.UPHELD, which is a part of it',
    ],
    [
      'for all staff and some',
      'of: { disclosure: { items: [STAFF, STAFF_FULL_TIME], measures: [COUNT] } }',
      'Group by ITEM',
    ],
    [
      'for a key area and all of them',
      'of: { disclosure: { items: [KEY_AREAS, KEY_AREA_AUDIT] } }',
      'disclosure.KEY_AREAS.COUNT and disclosure.KEY_AREA_AUDIT.COUNT, which no form adds up',
    ],
    ['for all rows at once', 'of: { applications: {} }, groupBy: [YEAR]', 'which no form adds up. Group by ROW'],
    [
      'for keys of another family',
      `${RECEIVED}, groupBy: [ITEM]`,
      '(ROW, APPLICANT, OUTCOME_GROUP, or keys of their report), got ITEM',
    ],
    [
      'for figures that no form has',
      'of: { disclosure: { items: [STAFF], measures: [AMOUNT] } }',
      'Expected figures that some form has',
    ],
    ['for too many keys', `${RECEIVED}, groupBy: [YEAR, FORM, LEVEL, PROVINCE, DISTRICT]`, 'at most 4 keys'],
    ['for a key twice', `${RECEIVED}, groupBy: [YEAR, YEAR]`, 'each key once'],
    [
      'for an order by a key that groups do not have',
      `${RECEIVED}, groupBy: [YEAR], orderBy: [{ form: ASC }]`,
      'got FORM: group by it',
    ],
    ['for an empty selection', 'of: { applications: { rows: [] } }', 'at least one of "rows"'],
    ['for pages both ways', `${RECEIVED}, first: 1, last: 1`, 'got arguments of both'],
    ['for pages that are too long', `${RECEIVED}, first: 101`, 'between 0 and 100'],
  ])('%s', async (_why, args, message) => {
    expect(await refusal(args)).toEqual({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) })
  })

  it.each([
    [
      'of units',
      'of: { disclosure: { items: [MEETINGS, TRAINEES] } }',
      'disclosure.MEETINGS.COUNT in TIMES (FORM_2014) and disclosure.TRAINEES.COUNT in PERSON_TIMES (FORM_2014). Group by ITEM',
    ],
    [
      'of the units of a figure on two forms',
      'of: { disclosure: { items: [NORMATIVE_DOCUMENTS], measures: [DISCLOSED] } }',
      'Group by FORM, or name the forms: filter: { form: { in: [FORM_2014] } } or filter: { form: { in: [FORM_2019] } }.',
    ],
    [
      'of forms that word a row otherwise',
      'of: { applications: { rows: [GRANTED] } }, groupBy: [YEAR]',
      'applications.GRANTED.TOTAL, which FORM_2014 and FORM_2019 do not have alike. Group by FORM, or name the forms: filter: { form: { in: [FORM_2019, FORM_2021] } } or filter: { form: { in: [FORM_2014] } }.',
    ],
    [
      'of forms that count notices as answers, and those that do not',
      'of: { applications: { rows: [HANDLED_TOTAL] } }',
      'applications.HANDLED_TOTAL.TOTAL, which FORM_2014 and FORM_2019 do not have alike',
    ],
    [
      'of forms with and without pending cases',
      'of: { review: {} }',
      'review.TOTAL, which FORM_2014 and FORM_2019 do not have alike',
    ],
    ['of forms with other grounds', 'of: { applications: { outcomeGroups: [REFUSED] } }', 'do not have alike'],
    [
      'of a row that was divided',
      `of: { applications: { rows: [OTHER] } }`,
      'applications.OTHER.TOTAL, which FORM_2019 and FORM_2021',
    ],
  ])('because %s', async (_why, args, message) => {
    expect(await refusal(args)).toEqual({ code: 'NOT_COMPARABLE', message: expect.stringContaining(message) })
  })
})

describe('what is there on a day', () => {
  const CARRIED = 'of: { applications: { rows: [CARRIED_OVER] } }'
  const PENDING = `of: { review: { results: [PENDING] } }`
  const STAFF = 'of: { disclosure: { items: [STAFF] } }'
  const IN_FORCE = 'of: { disclosure: { items: [REGULATIONS], measures: [IN_FORCE] } }'

  it.each([
    ['applications.CARRIED_OVER.TOTAL', CARRIED],
    ['applications.CARRIED_IN.TOTAL', 'of: { applications: { rows: [CARRIED_IN] } }'],
    ['review.PENDING', PENDING],
    ['litigation.DIRECT.PENDING', 'of: { litigation: { results: [PENDING] } }'],
    ['disclosure.STAFF.COUNT', STAFF],
    ['disclosure.REGULATIONS.IN_FORCE', IN_FORCE],
    [
      'disclosure.REGULATIONS.DISCLOSED_TOTAL',
      'of: { disclosure: { items: [REGULATIONS], measures: [DISCLOSED_TOTAL] } }',
    ],
    ['disclosure.LICENSING.PREVIOUS_ITEMS', 'of: { disclosure: { items: [LICENSING], measures: [PREVIOUS_ITEMS] } }'],
    [
      'applications.CARRIED_OVER.TOTAL',
      `${CARRIED}, groupBy: [DISTRICT, FORM], filter: { year: { gte: 2020, lte: 2021 } }`,
    ],
    [
      'applications.CARRIED_OVER.TOTAL',
      `${CARRIED}, filter: { OR: [{ year: { equals: 2020 } }, { year: { equals: 2021 } }] }`,
    ],
  ])('is not added up over years: %s in %s', async (path, args) => {
    expect(await refusal(args)).toEqual({
      code: 'NOT_COMPARABLE',
      message: expect.stringContaining(`got ${path}, which is what is there on a day`),
    })
  })

  // 大兴 carries 37 over, 西工 none, and 石景山 two years later 11.
  it('is added up over districts, in each year or in one', async () => {
    expect(await totals(`${CARRIED}, groupBy: [YEAR]`, 'key { year } sum reports')).toEqual([
      { key: { year: 2020 }, sum: '37', reports: 2 },
      { key: { year: 2022 }, sum: '11', reports: 1 },
    ])
    for (const year of ['{ equals: 2020 }', '{ in: [2020] }', '{ gte: 2020, lte: 2020 }'])
      expect(await totals(`${CARRIED}, filter: { year: ${year} }`, 'sum')).toEqual([{ sum: '37' }])
    const within = '{ AND: [{ year: { gte: 2020 } }, { year: { lte: 2020 } }] }'
    expect(await totals(`${CARRIED}, filter: ${within}`, 'sum')).toEqual([{ sum: '37' }])
  })

  it('has its average, its middle and its ends over years', async () => {
    expect(await totals(CARRIED, 'average minimum maximum reports')).toEqual([
      { average: '16', minimum: '0', maximum: '37', reports: 3 },
    ])
  })

  it.each(['having: { sum: { gt: "1" } }', 'orderBy: [{ sum: DESC }]'])(
    'decides by no sum over years either: %s',
    async (decided) => {
      const { errors } = await hub.ask(`{ totals(${CARRIED}, ${decided}) { nodes { average } } }`)
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['NOT_COMPARABLE'])
    },
  )

  it('is no hindrance to what came about in a year', async () => {
    expect(await totals('of: { disclosure: { items: [TRAINEES] } }', 'reports')).toHaveLength(1)
  })
})

interface Finding {
  readonly report: {
    readonly form: string
    readonly district: { readonly code: string }
    readonly figures: readonly { readonly path: string; readonly state: string }[]
  }
  readonly left: { readonly paths: readonly string[] }
  readonly right: { readonly paths: readonly string[] }
}

describe('reports with errors', () => {
  it('are counted where an error speaks of a figure in the sum', async () => {
    // 朝阳 2017 prints 224 on the staff, and 52 and 183 for the two kinds of them; 通州 2018 has no such error.
    expect(
      await totals('of: { disclosure: { items: [STAFF] } }, groupBy: [YEAR]', 'key { year } reports reportsWithErrors'),
    ).toEqual([
      { key: { year: 2017 }, reports: 1, reportsWithErrors: 1 },
      { key: { year: 2018 }, reports: 1, reportsWithErrors: 0 },
    ])
    // Of the meetings of the same report no error speaks.
    expect(await totals('of: { disclosure: { items: [MEETINGS] } }', 'reports reportsWithErrors')).toEqual([
      { reports: 2, reportsWithErrors: 0 },
    ])
  })

  it('are counted once, whatever they have in the group', async () => {
    const both = 'of: { disclosure: { items: [STAFF_FULL_TIME, STAFF_PART_TIME] } }, groupBy: [YEAR]'
    expect(await totals(both, 'reports reportsWithErrors figures { stated }')).toEqual([
      { reports: 1, reportsWithErrors: 1, figures: { stated: 2 } },
      { reports: 1, reportsWithErrors: 0, figures: { stated: 2 } },
    ])
  })

  it.each(['applications: {}', 'disclosure: {}', 'review: {}', 'litigation: {}'])(
    'are those that findings have, for figures of %s',
    async (of) => {
      const [family = ''] = of.split(':')
      const keys = {
        applications: 'ROW, APPLICANT',
        disclosure: 'ITEM, MEASURE',
        review: 'RESULT',
        litigation: 'ROUTE, RESULT',
      }[family]
      const found = await totals(
        `of: { ${of} }, groupBy: [FORM, ${keys}], first: 100, having: { reportsWithErrors: { gte: 1 } }`,
        'key { form row applicant item measure route result } reportsWithErrors',
      )
      const { findings } = await hub.dataOf<{ findings: { nodes: readonly Finding[] } }, never>(
        `{ findings(filter: { severity: { equals: ERROR } }, first: 100) { nodes {
          report { form district { code } figures { path state } } left { paths } right { paths } } } }`,
      )
      const broken = findings.nodes.flatMap(({ report, left, right }) =>
        [...left.paths, ...right.paths]
          .filter((path) => report.figures.some((figure) => figure.path === path && figure.state === 'STATED'))
          .filter((path) => path.startsWith(`${family}.`))
          .map((path) => `${report.form} ${report.district.code} ${path}`),
      )
      const reports = Map.groupBy(new Set(broken), (one) => one.replace(/ \d+/, ''))
      const nodes = found as unknown as { key: Record<string, string | number | null>; reportsWithErrors: number }[]
      const told = nodes.map(({ key: { form, ...codes }, reportsWithErrors }) => [
        `${form} ${[family, ...Object.values(codes).filter((code) => code !== null)].join('.')}`,
        reportsWithErrors,
      ])
      expect(told.sort()).toEqual(Array.from(reports, ([one, all]) => [one, all.length]).sort())
    },
  )

  it('are joined only when they are asked for', async () => {
    hub.db.forgetStatements()
    await totals(`${RECEIVED}, groupBy: [YEAR]`, 'sum reports')
    await totals(`${RECEIVED}, groupBy: [YEAR]`, 'sum reports reportsWithErrors')
    expect(hub.db.statements.map((statement) => statement.includes('findings'))).toEqual([false, true])
  })
})

describe('what a refusal proposes', () => {
  it.each([
    ['applications: { rows: [GRANTED] }', 2],
    ['applications: { rows: [OTHER] }', 2],
    ['applications: { outcomeGroups: [REFUSED] }', 2],
    ['review: {}', 2],
    ['disclosure: { items: [NORMATIVE_DOCUMENTS], measures: [DISCLOSED] }', 2],
  ])('works, for %s', async (of, proposals) => {
    const { message } = await refusal(`of: { ${of} }`)
    const filters = [...String(message).matchAll(/filter: (\{ form: \{ in: \[[A-Z0-9_, ]+\] \} \})/g)].map(
      ([filter]) => filter,
    )
    expect(filters).toHaveLength(proposals)
    for (const filter of filters) await totals(`of: { ${of} }, ${filter}`, 'sum')
    await totals(`of: { ${of} }, groupBy: [FORM]`, 'sum')
  })
})

describe('a list of totals', () => {
  const BY_SUM = `${RECEIVED}, groupBy: [YEAR, DISTRICT], orderBy: [{ sum: DESC }]`
  const page = async (args: string) => {
    const data = await hub.dataOf<{ totals: Totals }, never>(
      `{ totals(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { sum } } } }`,
    )
    return { ...data.totals, sums: data.totals.edges.map(({ node }) => node.sum) }
  }

  it('is paged forwards, each group once', async () => {
    const first = await page(`${BY_SUM}, first: 2`)
    expect(first).toMatchObject({
      totalCount: 5,
      sums: ['2555', '953'],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    })
    const second = await page(`${BY_SUM}, first: 2, after: "${first.pageInfo.endCursor}"`)
    expect(second).toMatchObject({
      totalCount: 5,
      sums: ['674', '530'],
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
    })
    const third = await page(`${BY_SUM}, first: 2, after: "${second.pageInfo.endCursor}"`)
    expect(third).toMatchObject({ sums: ['13'], pageInfo: { hasNextPage: false } })
  })

  it('goes on from a cursor under another filter, and with the same figures in other words', async () => {
    const { pageInfo } = await page(`${BY_SUM}, first: 2`)
    const inOtherWords = BY_SUM.replace('rows: [RECEIVED]', 'rows: [RECEIVED], applicants: [TOTAL]')
    const filter = 'filter: { year: { gte: 2020 } }'
    expect((await page(`${inOtherWords}, ${filter}, first: 2, after: "${pageInfo.endCursor}"`)).sums).toEqual([
      '530',
      '13',
    ])
  })

  it('is paged backwards, in the same order', async () => {
    const last = await page(`${BY_SUM}, last: 2`)
    expect(last).toMatchObject({ sums: ['530', '13'], pageInfo: { hasNextPage: false, hasPreviousPage: true } })
    const before = await page(`${BY_SUM}, last: 2, before: "${last.pageInfo.startCursor}"`)
    expect(before).toMatchObject({ sums: ['953', '674'], pageInfo: { hasNextPage: true, hasPreviousPage: true } })
  })

  it('has an empty page without cursors', async () => {
    expect(await page(`${BY_SUM}, first: 0`)).toMatchObject({
      totalCount: 5,
      sums: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    })
  })

  it.each([
    ['no cursor', `${BY_SUM}, after: "x"`, 'got another text'],
    [
      'a cursor of another order',
      `${RECEIVED}, groupBy: [YEAR], after: "CURSOR"`,
      'that the list "totals" gave in this order (YEAR ASC), got one of another order',
    ],
    [
      'a cursor of other figures, in the same order',
      `of: { applications: { rows: [RECEIVED], applicants: [NATURAL_PERSON] } }, groupBy: [YEAR, DISTRICT], orderBy: [{ sum: DESC }], after: "CURSOR"`,
      'gave in this order (sum DESC, YEAR ASC, DISTRICT ASC), got one of another question',
    ],
  ])('refuses %s', async (_what, args, message) => {
    const { pageInfo } = await page(`${BY_SUM}, first: 1`)
    expect(await refusal(args.replace('CURSOR', String(pageInfo.endCursor)))).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(message),
    })
  })

  it.each([
    ['a sum that is no number', ['1; DROP', '2020', '110115']],
    ['a value too few', ['1', '2020']],
    ['a year that is none', ['1', '99999', '110115']],
  ])('refuses a cursor with %s', async (_what, place) => {
    const contents = ['totals', 'sum DESC, YEAR ASC, DISTRICT ASC', place]
    const cursor = Buffer.from(JSON.stringify(contents)).toString('base64url')
    expect(await refusal(`${BY_SUM}, after: "${cursor}"`)).toMatchObject({
      message: expect.stringContaining('one that was changed'),
    })
  })

  it('goes through headings, and what stands under none, both ways', async () => {
    const by = `of: { applications: { rows: [RECEIVED, OTHER, PARTLY_GRANTED] } }, filter: { form: { equals: FORM_2019 } }, groupBy: [OUTCOME_GROUP]`
    const all = await page(by)
    // PARTLY_GRANTED 108 + 1, OTHERWISE_HANDLED 0 + 0, and RECEIVED under none.
    expect(all.sums).toEqual(['109', '0', '966'])
    const [first, , third] = all.edges
    expect((await page(`${by}, after: "${first?.cursor}"`)).sums).toEqual(['0', '966'])
    expect((await page(`${by}, last: 5, before: "${third?.cursor}"`)).sums).toEqual(['109', '0'])
    expect((await page(`${by}, after: "${third?.cursor}"`)).sums).toEqual([])
  })
})

describe('the statements of totals', () => {
  it('are one, and one more for all districts', async () => {
    hub.db.forgetStatements()
    await totals(`${RECEIVED}, groupBy: [YEAR, DISTRICT]`, 'key { year } sum median reports')
    expect(hub.db.statements).toHaveLength(1)
    hub.db.forgetStatements()
    await totals(`${RECEIVED}, groupBy: [DISTRICT, PROVINCE, YEAR]`, 'key { district { name } province { name } } sum')
    expect(hub.db.statements).toHaveLength(2)
  })

  it('work out what is asked for, and nothing else', async () => {
    hub.db.forgetStatements()
    await hub.dataOf(`
      { totals(${RECEIVED}, groupBy: [YEAR]) { edges { node { ... on Total { ...Sum } } } } }
      fragment Sum on Total { key { year } sum reports figures { stated } }`)
    const [statement = ''] = hub.db.statements
    expect(statement).toContain('sum(figure.sum)')
    expect(statement).not.toMatch(/percentile_disc|avg|round|findings/)
    hub.db.forgetStatements()
    await totals(`${RECEIVED}, groupBy: [YEAR], orderBy: [{ median: DESC }]`, 'key { year }')
    expect(hub.db.statements[0]).toContain('percentile_disc')
  })
})

it('totals count for much: fewer than twenty in one document', async () => {
  const many = (times: number) =>
    `{ ${Array.from({ length: times }, (_, place) => `t${place}: totals(${RECEIVED}) { nodes { sum } }`).join(' ')} }`
  expect((await hub.ask(many(15))).errors).toBeUndefined()
  expect((await hub.ask(many(20))).errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COMPLEX')
})
