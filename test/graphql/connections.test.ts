import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

const hub = await testHub()
beforeAll(() => hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020'))

interface Page {
  readonly totalCount: number
  readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor', unknown>>
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly year: number } }[]
}

async function page(args: string): Promise<Page> {
  const { reports } = await hub.dataOf<{ reports: Page }, never>(`{
    reports(${args}) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { year district { code } } }
    }
  }`)
  return reports
}
const yearsOf = ({ edges }: Page) => edges.map(({ node }) => node.year)

describe('a list of reports', () => {
  it('is paged forwards, each report once', async () => {
    const first = await page('first: 2')
    expect(yearsOf(first)).toEqual([2022, 2020])
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } })
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`)
    expect(yearsOf(second)).toEqual([2020, 2018])
    const third = await page(`first: 2, after: "${second.pageInfo.endCursor}"`)
    expect(yearsOf(third)).toEqual([2017])
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  it('is paged backwards, in the same order', async () => {
    const last = await page('last: 2')
    expect(yearsOf(last)).toEqual([2018, 2017])
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect(yearsOf(await page(`last: 2, before: "${last.pageInfo.startCursor}"`))).toEqual([2020, 2020])
  })

  it('has an empty page without cursors', async () => {
    expect(await page('first: 0')).toEqual({
      totalCount: 5,
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
      edges: [],
    })
  })

  it.each([
    ['a year', 'filter: { year: { equals: 2020 } }', [2020, 2020]],
    ['years', 'filter: { year: { gte: 2018, lte: 2020 } }', [2020, 2020, 2018]],
    ['some years', 'filter: { year: { in: [2017, 2022] } }', [2022, 2017]],
    ['a form', 'filter: { form: { equals: FORM_2014 } }', [2018, 2017]],
    ['a district', 'filter: { district: { code: { equals: "410303" } } }', [2020]],
    [
      'districts of a province',
      'filter: { district: { parent: { name: { equals: "北京市" } } } }',
      [2022, 2020, 2018, 2017],
    ],
    ['a kind of agency', 'filter: { agency: { kind: { equals: DEPARTMENT } } }', []],
    ['several conditions', 'filter: { form: { in: [FORM_2019] }, district: { name: { contains: "兴" } } }', [2020]],
    ['conditions left out', 'filter: { year: { equals: null }, district: null }', [2022, 2020, 2020, 2018, 2017]],
  ])('is filtered by %s', async (_name, args, years) => {
    const found = await page(args)
    expect(yearsOf(found)).toEqual(years)
    expect(found.totalCount).toBe(years.length)
  })

  it('is sorted by several keys, through districts as well, and paged in that order', async () => {
    const orderBy = 'orderBy: [{ district: { code: DESC } }, { year: ASC }]'
    const all = await page(orderBy)
    expect(yearsOf(all)).toEqual([2020, 2020, 2018, 2022, 2017])
    expect(yearsOf(await page(`${orderBy}, first: 2, after: "${all.edges[1]?.cursor}"`))).toEqual([2018, 2022])
  })
})

describe('a list of districts', () => {
  it('is filtered by level, parent and name', async () => {
    const data = await hub.dataOf(`{
      districts(filter: { level: { equals: COUNTY }, parent: { code: { equals: "110000" } }, name: { contains: "山" } }) { nodes { code name } }
    }`)
    expect(data).toEqual({
      districts: {
        nodes: [
          { code: '110107', name: '石景山区' },
          { code: '110111', name: '房山区' },
        ],
      },
    })
  })

  it.each(['%', '_', '京%', '北_', '\\\\', '%\\\\'])('takes %j as it is written, and for no pattern', async (text) => {
    const data = await hub.dataOf(`{
      contains: districts(filter: { name: { contains: "${text}" } }) { totalCount nodes { code } }
      startsWith: districts(filter: { name: { startsWith: "${text}" } }) { totalCount nodes { code } }
    }`)
    const none = { totalCount: 0, nodes: [] }
    expect(data).toEqual({ contains: none, startsWith: none })
  })

  it('counts without reading', async () => {
    hub.db.forgetStatements()
    const data = await hub.dataOf('{ districts(filter: { level: { equals: PROVINCE } }) { totalCount } }')
    expect(data).toEqual({ districts: { totalCount: 34 } })
    expect(hub.db.statements).toHaveLength(1)
  })
})

describe('a global id', () => {
  it.each([
    ['District', '{ district(code: "110115") { id } }', 'district'],
    ['Report', '{ report(district: "110115", year: 2020) { id } }', 'report'],
  ])('finds the same %s again', async (type, query, field) => {
    const data = await hub.dataOf<Record<string, { id: string }>, never>(query)
    const found = await hub.dataOf('query ($id: ID!) { node(id: $id) { __typename id } }', { id: data[field]?.id })
    expect(found).toEqual({ node: { __typename: type, id: data[field]?.id } })
  })

  it('finds agencies and revisions, and everything that hangs off them', async () => {
    const { report } = await hub.dataOf<{ report: { agency: { id: string }; currentRevision: { id: string } } }, never>(
      '{ report(district: "110115", year: 2020) { agency { id } currentRevision { id } } }',
    )
    const ids = [report.agency.id, report.currentRevision.id, btoa('Report:1-1999')]
    const data = await hub.dataOf(
      `query ($ids: [ID!]!) {
        nodes(ids: $ids) {
          ... on Agency { kind reports { nodes { year } } }
          ... on Revision { number form reviewResults { result value } report { year } }
        }
      }`,
      { ids },
    )
    expect(data).toEqual({
      nodes: [
        { kind: 'GOVERNMENT', reports: { nodes: [{ year: 2020 }] } },
        {
          number: 1,
          form: 'FORM_2019',
          reviewResults: expect.arrayContaining([{ result: 'TOTAL', value: 117 }]),
          report: { year: 2020 },
        },
        null,
      ],
    })
    expect(await hub.dataOf('query ($id: ID!) { agency(id: $id) { name } }', { id: report.agency.id })).toEqual({
      agency: { name: '北京市大兴区人民政府' },
    })
  })

  it('of a district names its code', async () => {
    const { district } = await hub.dataOf<{ district: { id: string } }, never>('{ district(code: "110115") { id } }')
    expect(atob(district.id)).toBe('District:110115')
  })
})
