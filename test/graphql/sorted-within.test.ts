import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'
import { makeUpReports } from '../store/made-up-reports.ts'

// The lists within one row are sorted as the lists at the root are, and paged in that order. Four counties of Beijing with eight reports
// each, of which those before 2014 have no form; in the first of them a department with reports of its own, one of which was withdrawn.

const DONGCHENG = '110101'
const hub = await testHub()
beforeAll(async () => {
  await makeUpReports(hub.db.pool, { counties: 4, years: 8 })
  await hub.db.pool.query(`
    WITH department AS (INSERT INTO agencies (district_code, kind, name) VALUES ('${DONGCHENG}', 'DEPARTMENT', '一个部门') RETURNING id)
    INSERT INTO reports (agency_id, year, district_code, created_at, updated_at)
    SELECT id, year, '${DONGCHENG}', now(), now() FROM department, generate_series(2013, 2016) AS year`)
})

interface Page {
  readonly nodes: readonly object[]
  readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>> &
    Readonly<Record<'startCursor' | 'endCursor', string | null>>
}
const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

const within = async (list: string, args: string, fields: string): Promise<Page> => {
  const [holder, name = ''] = list.split('.')
  const row =
    holder === 'District' && name !== 'children'
      ? `district(code: "${DONGCHENG}")`
      : holder === 'District'
        ? 'district(code: "110000")'
        : `node(id: "${btoa('Agency:1')}")`
  const data = await hub.dataOf<{ row: Record<string, Page> }, never>(
    `{ row: ${row} { ... on ${holder} { ${name}(${args}) { nodes { ${fields} } ${PAGE_INFO} } } } }`,
  )
  return data.row[name]!
}

const atRoot = async (list: string, args: string, fields: string) => {
  const data = await hub.dataOf<Record<string, Page>, never>(`{ ${list}(${args}, first: 100) { nodes { ${fields} } } }`)
  return data[list]!.nodes
}

const REPORT = 'year agency { id }'
// Of what the order leaves open, the list at the root and those within rows say the same: year and agency. Agencies and districts
// have the last word of their own, and are sorted by all that tells them apart.
const LISTS: readonly (readonly [list: string, order: string, root: string, filter: string, fields: string])[] = [
  ...[
    '{ year: ASC }',
    '{ form: ASC }',
    '{ form: DESC }',
    '{ createdAt: DESC }',
    '{ updatedAt: ASC }',
    '{ agency: { name: DESC } }, { year: ASC }',
    '{ agency: { kind: DESC } }',
    '{ agency: { district: { name: ASC } } }',
    '{ district: { level: ASC } }, { form: DESC }, { year: ASC }',
    '{ district: { code: DESC } }',
  ].map(
    (order) =>
      ['District.reports', order, 'reports', `district: { code: { equals: "${DONGCHENG}" } }`, REPORT] as const,
  ),
  ...['{ year: ASC }', '{ form: DESC }'].map(
    (order) =>
      [
        'Agency.reports',
        order,
        'reports',
        `district: { code: { equals: "${DONGCHENG}" } }, agency: { kind: { equals: GOVERNMENT } }`,
        REPORT,
      ] as const,
  ),
  ...['{ name: DESC }', '{ kind: DESC }, { name: ASC }', '{ district: { code: ASC } }, { name: ASC }'].map(
    (order) =>
      ['District.agencies', order, 'agencies', `district: { code: { equals: "${DONGCHENG}" } }`, 'name'] as const,
  ),
  ...['{ code: DESC }', '{ name: ASC }', '{ level: DESC }'].map(
    (order) => ['District.children', order, 'districts', 'parent: { code: { equals: "110000" } }', 'code'] as const,
  ),
]

describe('a list within one row', () => {
  it.each(LISTS)(
    '%s is sorted by %s as the list at the root is, on pages either way',
    async (list, order, root, filter, fields) => {
      const whole = await atRoot(root, `filter: { ${filter} }, orderBy: [${order}]`, fields)
      expect(whole.length).toBeGreaterThan(1)
      expect((await within(list, `orderBy: [${order}], first: 100`, fields)).nodes).toEqual(whole)

      const forwards: object[] = []
      for (let after = ''; ; ) {
        const { nodes, pageInfo } = await within(list, `orderBy: [${order}], first: 3${after}`, fields)
        forwards.push(...nodes)
        if (!pageInfo.hasNextPage) break
        after = `, after: "${pageInfo.endCursor}"`
      }
      expect(forwards).toEqual(whole)

      const backwards: object[] = []
      for (let before = ''; ; ) {
        const { nodes, pageInfo } = await within(list, `orderBy: [${order}], last: 3${before}`, fields)
        backwards.unshift(...nodes)
        if (!pageInfo.hasPreviousPage) break
        before = `, before: "${pageInfo.startCursor}"`
      }
      expect(backwards).toEqual(whole)
    },
  )

  it('goes on behind the row of a cursor that was given in another order', async () => {
    const { pageInfo } = await within('Agency.reports', 'first: 2', 'year')
    const { nodes } = await within('Agency.reports', `orderBy: [{ year: ASC }], after: "${pageInfo.endCursor}"`, 'year')
    // The cursor names the report for 2016, the last but one.
    expect(nodes).toEqual([{ year: 2017 }])
  })

  it('is sorted in as many statements as it has unsorted', async () => {
    const statements = async (args: string) => {
      hub.db.forgetStatements()
      await hub.dataOf(
        `{ districts(filter: { within: "110000" }) { nodes { reports(first: 2${args}) { totalCount nodes { year } } } } }`,
      )
      return hub.db.statements.length
    }
    expect(await statements(', orderBy: [{ form: ASC }, { agency: { district: { name: DESC } } }]')).toBe(
      await statements(''),
    )
  })

  it.each([`node(id: "${btoa('District:110101')}")`, `node(id: "${btoa('Agency:1')}")`])(
    'is not sorted by status, and says where reports are: %s',
    async (row) => {
      const { errors } = await hub.ask(
        `{ ${row} { ... on District { reports(orderBy: [{ year: ASC }, { status: ASC }]) { totalCount } }
          ... on Agency { reports(orderBy: [{ status: DESC }]) { totalCount } } } }`,
      )
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT'])
      expect(errors?.[0]?.message).toContain('reports(filter: { district: … }, orderBy: [{ status: ASC }])')
    },
  )

  it('takes at most ten keys', async () => {
    const { errors } = await hub.ask(
      `{ district(code: "110000") { children(orderBy: [${'{ name: ASC } '.repeat(11)}]) { totalCount } } }`,
    )
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', of: 'sortKeys', limit: 10, got: 11 })
  })
})
