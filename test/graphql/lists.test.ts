import { describe, expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { testHub } from '../hub.ts'
import { aYear } from '../ingest/a-year.ts'

// What relay asks of connections, while rows come and go; and what callers may ask of lists, by the five samples: 朝阳 2017 and
// 通州 2018 on the form of 2014, with errors; 大兴 2020 and 西工 2020 on that of 2019; 石景山 2022 on that of 2021.

const hub = await testHub()
await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020')

interface Page {
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly nodes: readonly Readonly<Record<string, unknown>>[]
}
const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

async function page(list: string, args: string, fields: string): Promise<Page> {
  const field = args === '' ? list : `${list}(${args})`
  const data = await hub.dataOf<Record<string, Page>, never>(
    `{ ${field} { totalCount ${PAGE_INFO} nodes { ${fields} } } }`,
  )
  return data[list]!
}

const reports = async (args: string) => {
  const { nodes, ...others } = await page('reports', args, 'year district { code }')
  const found = nodes as readonly { readonly year: number; readonly district: { readonly code: string } }[]
  return { ...others, reports: found.map(({ year, district }) => `${district.code}/${year}`) }
}

const CHAOYANG = '110105/2017'
const TONGZHOU = '110112/2018'
const DAXING = '110115/2020'
const XIGONG = '410303/2020'
const SHIJINGSHAN = '110107/2022'

describe('reports are filtered', () => {
  it.each<[filter: string, found: string[]]>([
    ['{ district: { within: "110000" } }', [SHIJINGSHAN, DAXING, TONGZHOU, CHAOYANG]],
    ['{ district: { within: "410300" } }', [XIGONG]],
    ['{ OR: [{ year: { equals: 2017 } }, { form: { equals: FORM_2021 } }] }', [SHIJINGSHAN, CHAOYANG]],
    ['{ OR: [] }', []],
    ['{ NOT: [{ form: { equals: FORM_2014 } }, { district: { within: "410000" } }] }', [SHIJINGSHAN, DAXING]],
    ['{ AND: [{ year: { gte: 2018 } }, { year: { lte: 2020 } }], status: { equals: CLEAN } }', [DAXING]],
    ['{ findings: { some: { ruleId: { equals: "statistics.staff" } } } }', [CHAOYANG]],
    ['{ findings: { none: {} } }', [SHIJINGSHAN, DAXING]],
    ['{ findings: { every: { severity: { equals: WARNING } } } }', [SHIJINGSHAN, DAXING, XIGONG]],
    ['{ agency: { name: { startsWith: "洛阳市" } } }', [XIGONG]],
    ['{ agency: { reports: { every: { year: { lte: 2017 } } } } }', [CHAOYANG]],
    [
      '{ district: { parent: { children: { some: { name: { equals: "大兴区" } } } } } }',
      [SHIJINGSHAN, DAXING, TONGZHOU, CHAOYANG],
    ],
    ['{ createdAt: { lt: "2000-01-01T00:00:00Z" } }', []],
    ['{ updatedAt: { gte: "2000-01-01T00:00:00Z" }, year: { in: [2018, 2022] } }', [SHIJINGSHAN, TONGZHOU]],
    [
      '{ AND: null, OR: null, NOT: null, district: { within: null }, findings: { some: null } }',
      [SHIJINGSHAN, DAXING, XIGONG, TONGZHOU, CHAOYANG],
    ],
  ])('by %s', async (filter, found) => {
    const { reports: listed, totalCount } = await reports(
      `filter: ${filter}, orderBy: [{ year: DESC }, { district: { code: ASC } }]`,
    )
    expect(listed).toEqual(found)
    expect(totalCount).toBe(found.length)
  })

  it('by a variable, a moment too', async () => {
    const query = 'query ($filter: ReportFilter) { reports(filter: $filter) { totalCount } }'
    const count = (filter: object | null) => hub.dataOf(query, { filter })
    expect(await count(null)).toEqual({ reports: { totalCount: 5 } })
    expect(await count({ NOT: [{ createdAt: { gte: '2000-01-01T00:00:00Z' } }] })).toEqual({
      reports: { totalCount: 0 },
    })
    expect(await count({ year: null, AND: [{ form: { in: ['FORM_2019'] } }] })).toEqual({ reports: { totalCount: 2 } })
  })
})

describe('reports are sorted', () => {
  it.each<[order: string, found: string[]]>([
    ['{ form: DESC }, { district: { name: ASC } }', [SHIJINGSHAN, DAXING, XIGONG, CHAOYANG, TONGZHOU]],
    ['{ status: ASC }, { year: ASC }', [DAXING, SHIJINGSHAN, XIGONG, CHAOYANG, TONGZHOU]],
    ['{ agency: { name: DESC } }', [XIGONG, TONGZHOU, SHIJINGSHAN, CHAOYANG, DAXING]],
    ['{ agency: { district: { code: ASC } } }', [CHAOYANG, SHIJINGSHAN, TONGZHOU, DAXING, XIGONG]],
    ['{ createdAt: ASC }', [CHAOYANG, DAXING, SHIJINGSHAN, TONGZHOU, XIGONG]],
  ])('by %s', async (order, found) => {
    expect((await reports(`orderBy: [${order}]`)).reports).toEqual(found)
    expect((await reports(`orderBy: [${order}], last: 3`)).reports).toEqual(found.slice(2))
  })
})

describe('agencies', () => {
  const names = async (args: string) => {
    const { nodes } = await page('agencies', args, 'name')
    return nodes.map(({ name }) => name)
  }
  const [CY, SJS, TZ, DX] = ['朝阳', '石景山', '通州', '大兴'].map((name) => `北京市${name}区人民政府`)
  const XG = '洛阳市西工区人民政府'

  it('stand by district, and are filtered, sorted and paged', async () => {
    expect(await names('')).toEqual([CY, SJS, TZ, DX, XG])
    expect(await names('orderBy: [{ district: { code: DESC } }], first: 2')).toEqual([XG, DX])
    expect(
      await names('filter: { district: { within: "110000" }, reports: { none: { status: { equals: CLEAN } } } }'),
    ).toEqual([CY, TZ])
    expect(await names('filter: { kind: { in: [DEPARTMENT, STREET] } }')).toEqual([])
    const first = await page('agencies', 'first: 2, orderBy: [{ kind: ASC }, { name: ASC }]', 'name')
    expect(first.nodes).toEqual([{ name: DX }, { name: CY }])
    expect(
      await names(`first: 9, orderBy: [{ kind: ASC }, { name: ASC }], after: "${first.pageInfo.endCursor}"`),
    ).toEqual([SJS, TZ, XG])
  })
})

describe('districts', () => {
  it('are found by what has reported in them', async () => {
    const names = async (args: string) => (await page('districts', args, 'name')).nodes.map(({ name }) => name)
    expect(await names('filter: { reports: { some: { status: { equals: ERRORS } } } }')).toEqual(['朝阳区', '通州区'])
    expect(await names('filter: { children: { some: { reports: { some: {} } } } }')).toEqual(['北京市', '洛阳市'])
    expect(await names('filter: { within: "110000", NOT: [{ level: { equals: COUNTY } }] }')).toEqual(['北京市'])
    expect(
      await names('orderBy: [{ level: DESC }, { code: DESC }], first: 1, filter: { within: "110000", current: true }'),
    ).toEqual(['延庆区'])
  })
})

describe('findings', () => {
  it('are sorted by how large the difference is, and by the district of their report', async () => {
    const { nodes } = await page('findings', 'orderBy: [{ absoluteDifference: DESC }], first: 100', 'difference')
    const sizes = nodes.map(({ difference }) => Math.abs(Number(difference)))
    expect(sizes.length).toBeGreaterThan(5)
    expect(sizes).toEqual(sizes.toSorted((left, right) => right - left))
    expect(nodes.some(({ difference }) => String(difference).startsWith('-'))).toBe(true)
    const byDistrict = await page(
      'findings',
      'orderBy: [{ report: { district: { code: DESC } } }], first: 100',
      'report { district { code } }',
    )
    const codes = byDistrict.nodes.map(({ report }) => (report as { district: { code: string } }).district.code)
    expect([...new Set(codes)]).toEqual(['410303', '110112', '110105'])
  })

  it('are put together from conditions', async () => {
    const rules = async (filter: string) =>
      (await page('findings', `filter: ${filter}`, 'ruleId')).nodes.map(({ ruleId }) => ruleId)
    expect(await rules('{ severity: { equals: ERROR }, report: { district: { within: "110105" } } }')).toEqual([
      'statistics.staff',
    ])
    expect(await rules('{ severity: { equals: ERROR }, NOT: [{ ruleId: { equals: "statistics.staff" } }] }')).toEqual([
      'statistics.answers',
    ])
  })
})

describe('the lists within one row', () => {
  it('are filtered too, counted so, and in as many statements as without', async () => {
    const query = (filter: string) => `{
      districts(filter: { reports: { some: {} } }) {
        nodes { name reports(first: 5${filter}) { totalCount nodes { year } } agencies { totalCount } }
      }
    }`
    const statements = async (filter: string) => {
      hub.db.forgetStatements()
      const data = await hub.dataOf(query(filter))
      return [hub.db.statements.length, data]
    }
    const [all] = await statements('')
    const [some, data] = await statements(', filter: { form: { equals: FORM_2019 }, district: { within: "110000" } }')
    expect(some).toBe(all)
    const of = (name: string, ...years: number[]) => ({
      name,
      reports: { totalCount: years.length, nodes: years.map((year) => ({ year })) },
      agencies: { totalCount: 1 },
    })
    const nodes = [of('朝阳区'), of('石景山区'), of('通州区'), of('大兴区', 2020), of('西工区')]
    expect(data).toEqual({ districts: { nodes } })
  })

  it('are those of a district and those of an agency', async () => {
    const data = await hub.dataOf(`{
      district(code: "110000") {
        children(filter: { reports: { some: { status: { equals: ERRORS } } } }) {
          totalCount
          nodes { name agencies(filter: { reports: { none: {} } }) { totalCount } }
        }
      }
      agencies(filter: { district: { within: "110115" } }) {
        nodes { reports(filter: { NOT: [{ year: { equals: 2020 } }] }) { totalCount } }
      }
    }`)
    const none = { totalCount: 0 }
    const nodes = [
      { name: '朝阳区', agencies: none },
      { name: '通州区', agencies: none },
    ]
    expect(data).toEqual({
      district: { children: { totalCount: 2, nodes } },
      agencies: { nodes: [{ reports: none }] },
    })
  })
})

describe('a filter is refused', () => {
  const refusal = async (list: string, filter: unknown, type: string) => {
    const { errors } = await hub.ask(`query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`, { filter })
    expect(errors).toHaveLength(1)
    expect(errors![0]!.extensions?.code).toBe('BAD_USER_INPUT')
    return errors![0]!.message
  }
  const nested = (levels: number): object => (levels === 1 ? { year: { equals: 2020 } } : { AND: [nested(levels - 1)] })
  const years = (conditions: number) => ({
    OR: Array.from({ length: conditions }, (_, place) => ({ year: { equals: 2000 + place } })),
  })

  it('when it is deeper than five levels, whatever they are made of', async () => {
    expect(
      await hub.dataOf('query ($filter: ReportFilter) { reports(filter: $filter) { totalCount } }', {
        filter: nested(5),
      }),
    ).toEqual({ reports: { totalCount: 2 } })
    expect(await refusal('reports', nested(6), 'ReportFilter')).toContain('at most 5 levels')
    expect(await refusal('reports', nested(20), 'ReportFilter')).toContain('at most 5 levels')
    const through = { district: { parent: { children: { some: { reports: { some: { findings: { none: {} } } } } } } } }
    expect(await refusal('reports', through, 'ReportFilter')).toContain('at most 5 levels')
  })

  it('when it has more than fifty conditions, empty ones among them', async () => {
    expect(
      await hub.dataOf('query ($filter: ReportFilter) { reports(filter: $filter) { totalCount } }', {
        filter: years(50),
      }),
    ).toEqual({ reports: { totalCount: 5 } })
    expect(await refusal('reports', years(51), 'ReportFilter')).toContain('at most 50 conditions')
    expect(await refusal('reports', { AND: Array(51).fill({}) }, 'ReportFilter')).toContain('at most 50 conditions')
    expect(await refusal('findings', { report: years(51) }, 'FindingFilter')).toContain('at most 50 conditions')
  })

  it.each([
    [
      'a path of no figure',
      'findings',
      { path: { contains: 'applications.NOTHING.TOTAL' } },
      'FindingFilter',
      'path of a figure',
    ],
    [
      'one among others',
      'findings',
      { path: { containsAny: ['review.TOTAL', 'x'] } },
      'FindingFilter',
      'path of a figure',
    ],
    [
      'a rule that there is not',
      'findings',
      { ruleId: { equals: 'no.such.rule' } },
      'FindingFilter',
      'got "no.such.rule"',
    ],
    [
      'one among rules',
      'reports',
      { findings: { some: { ruleId: { in: ['no.such.rule'] } } } },
      'ReportFilter',
      'got "no.such.rule"',
    ],
    ['a division that there is not', 'districts', { within: '119999' }, 'DistrictFilter', 'got "119999"'],
    [
      'a moment before all calendars',
      'reports',
      { createdAt: { gte: '0000-01-01T00:00:00Z' } },
      'ReportFilter',
      'common era',
    ],
    [
      'a character that cannot be stored',
      'reports',
      { NOT: [{ agency: { name: { contains: '\0' } } }] },
      'ReportFilter',
      'NUL',
    ],
  ])('when it names %s', async (_what, list, filter, type, told) => {
    expect(await refusal(list, filter, type)).toContain(told)
  })

  it('when it stands in the document as well', async () => {
    const { errors } = await hub.ask('{ findings(filter: { path: { contains: "x" } }) { totalCount } }')
    expect(errors?.[0]?.message).toContain('Expected the path of a figure')
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })
})

describe('a page', () => {
  it('of no size has no edges and no cursors, and still tells what is beyond it', async () => {
    const { pageInfo, reports: listed } = await reports('first: 0')
    expect(listed).toEqual([])
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null })
    const last = await reports('last: 0')
    expect(last.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null })
    const none = await reports('first: 0, filter: { OR: [] }')
    expect(none.pageInfo.hasNextPage).toBe(false)
  })

  it('behind the last row is empty, and before the first', async () => {
    const { pageInfo } = await reports('')
    const behind = await reports(`after: "${pageInfo.endCursor}"`)
    expect(behind).toMatchObject({
      reports: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: null },
    })
    const before = await reports(`before: "${pageInfo.startCursor}"`)
    expect(before).toMatchObject({
      reports: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: null },
    })
  })

  it('tells what was passed only where there is something, under another filter too', async () => {
    const { pageInfo } = await reports('first: 1')
    const args = `after: "${pageInfo.endCursor}", filter: { year: { lte: 2018 } }`
    expect(await reports(args)).toMatchObject({ reports: [TONGZHOU, CHAOYANG], pageInfo: { hasPreviousPage: false } })
  })

  it('reads what is asked for: the total, the page, its rows', async () => {
    const statements = async (query: string) => {
      hub.db.forgetStatements()
      await hub.dataOf(query)
      return hub.db.statements.length
    }
    expect(await statements('{ districts { totalCount } }')).toBe(1)
    expect(
      await statements('fragment Total on DistrictConnection { totalCount } { districts { ...Total __typename } }'),
    ).toBe(1)
    expect(await statements('{ districts { pageInfo { hasNextPage endCursor } } }')).toBe(1)
    expect(await statements('{ districts { nodes { name } } }')).toBe(2)
    expect(
      await statements('{ districts { edges { cursor node { name } } nodes { code } pageInfo { endCursor } } }'),
    ).toBe(2)
    expect(await statements('{ districts(filter: { OR: [] }) { nodes { name } } }')).toBe(1)
  })

  it('reads of the current revisions what is asked for, and what leads to their figures', async () => {
    const columns = async (fields: string) => {
      hub.db.forgetStatements()
      await hub.dataOf(`{ reports { edges { node { ${fields} } } } }`)
      const statement = hub.db.statements.find((text) => text.includes('current_number,'))
      return Array.from(statement?.matchAll(/current\.(?!agency_id|year|number)(\w+)/g) ?? [], ([, name]) => name)
    }
    expect(await columns('year reviewResults { value }')).toEqual(['form', 'created_at'])
    for (const more of ['title', 'period { from }', 'form currentRevision { number }', '... @defer { named: title }']) {
      expect(await columns(more), more).toContain('period_to')
    }
  })

  it('takes as many statements for one row as for a hundred', async () => {
    for (const [list, fields, statements] of [
      ['districts', 'name parent { name }', 3],
      ['agencies', 'name district { name } reports(first: 2) { nodes { year } }', 5],
    ] as const) {
      for (const first of [1, 100]) {
        hub.db.forgetStatements()
        await page(list, `first: ${first}`, fields)
        // And the count.
        expect(hub.db.statements, hub.db.statements.join('\n')).toHaveLength(statements + 1)
      }
    }
  })
})

describe('a cursor holds', () => {
  const publish = async (year: number) => {
    expect((await ingest(hub.db, aYear(year, { RECEIVED: 1 }))).ok).toBe(true)
  }
  it('while rows come in before it and behind it', async () => {
    const first = await reports('first: 2')
    expect(first.reports).toEqual([SHIJINGSHAN, DAXING])
    await publish(2023)
    await publish(2019)
    const second = await reports(`first: 2, after: "${first.pageInfo.endCursor}"`)
    expect(second.reports).toEqual([XIGONG, '110115/2019'])
    const back = await reports(`last: 9, before: "${second.pageInfo.startCursor}"`)
    expect(back.reports).toEqual(['110115/2023', SHIJINGSHAN, DAXING])
  })

  it('when the row that it names goes, or no longer fulfils the filter', async () => {
    const filter = 'filter: { year: { in: [2023, 2019] } }'
    const { pageInfo } = await reports(`${filter}, first: 1`)
    const client = await hub.db.pool.connect()
    try {
      // The store deletes no report; whoever runs it may.
      await client.query("SET session_replication_role = 'replica'")
      await client.query('DELETE FROM reports WHERE year = 2023')
    } finally {
      client.release(true)
    }
    const next = await reports(`${filter}, after: "${pageInfo.endCursor}"`)
    expect(next).toMatchObject({ reports: ['110115/2019'], pageInfo: { hasPreviousPage: false, hasNextPage: false } })
  })
})
