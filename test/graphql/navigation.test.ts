import { beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { testHub } from '../hub.ts'
import { aYear } from '../ingest/a-year.ts'

const hub = await testHub()
beforeAll(async () => {
  await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'tongzhou-2018')
  for (const year of [2010, 2014, 2018, 2023]) await ingest(hub.db, aYear(year, { RECEIVED: year }))
  await ingest(hub.db, aYear(2019, { RECEIVED: 1 }, { agency: '北京市大兴区司法局' }))
})

interface Beside {
  readonly report: { readonly previous: { year: number } | null; readonly next: { year: number } | null }
}
const beside = async (year: number) => {
  const { report } = await hub.dataOf<Beside, object>(
    'query ($year: Int!) { report(district: "110115", year: $year) { previous { year } next { year } } }',
    { year },
  )
  return [report.previous?.year ?? null, report.next?.year ?? null]
}

describe('the report before and after', () => {
  it('is the one of the nearest year, by the same agency', async () => {
    expect(await beside(2010)).toEqual([null, 2014])
    expect(await beside(2014)).toEqual([2010, 2018])
    // Not the one of 2019, which another agency issued.
    expect(await beside(2020)).toEqual([2018, 2023])
    expect(await beside(2023)).toEqual([2020, null])
  })

  it('is none that was withdrawn', async () => {
    await hub.db.pool.query('UPDATE reports SET current_number = NULL WHERE year = 2014')
    expect(await beside(2018)).toEqual([2010, 2020])
    await hub.db.pool.query('UPDATE reports SET current_number = 1 WHERE year = 2014')
  })

  it('leads on, with whatever a report has', async () => {
    const data = await hub.dataOf(`{
      report(district: "110115", year: 2010) {
        next {
          agency { name }
          applicationOutcomes { value }
          next { year next { year previous { year } district { name } } }
        }
      }
    }`)
    expect(data).toEqual({
      report: {
        next: {
          agency: { name: '北京市大兴区人民政府' },
          applicationOutcomes: [{ value: 2014 }],
          next: { year: 2018, next: { year: 2020, previous: { year: 2018 }, district: { name: '大兴区' } } },
        },
      },
    })
  })
})

describe('the divisions around a district', () => {
  const around = (code: string) =>
    hub.dataOf(
      `query ($code: String!) {
        district(code: $code) { province { name } prefecture { name } ancestors { name } neighbours(current: true) { name } }
      }`,
      { code },
    )

  it.each([
    [
      'a county of a prefecture',
      '410303',
      { province: '河南省', prefecture: '洛阳市', ancestors: ['河南省', '洛阳市'] },
    ],
    ['a district of a municipality', '110115', { province: '北京市', prefecture: null, ancestors: ['北京市'] }],
    ['a prefecture', '410300', { province: '河南省', prefecture: '洛阳市', ancestors: ['河南省'] }],
    ['a province', '410000', { province: '河南省', prefecture: null, ancestors: [] }],
  ])('of %s', async (_name, code, { province, prefecture, ancestors }) => {
    expect(await around(code)).toMatchObject({
      district: {
        province: { name: province },
        prefecture: prefecture && { name: prefecture },
        ancestors: ancestors.map((name) => ({ name })),
      },
    })
  })

  it('are its sisters, without itself', async () => {
    expect(await around('110115')).toMatchObject({
      district: {
        neighbours: [
          ...['东城区', '西城区', '朝阳区', '丰台区', '石景山区', '海淀区', '门头沟区', '房山区', '通州区', '顺义区'],
          ...['昌平区', '怀柔区', '平谷区', '密云区', '延庆区'],
        ].map((name) => ({ name })),
      },
    })
    expect(await around('410000')).toMatchObject({ district: { neighbours: [] } })
  })

  it('are also those that were abolished', async () => {
    const data = await hub.dataOf(
      '{ district(code: "110115") { neighbours(current: false) { code name } all: neighbours { code } } }',
    )
    expect(data).toMatchObject({
      district: {
        neighbours: expect.arrayContaining([
          { code: '110103', name: '崇文区' },
          { code: '110104', name: '宣武区' },
        ]),
        all: expect.arrayContaining([{ code: '110103' }, { code: '110101' }]),
      },
    })
  })
})

describe('the number of statements', () => {
  it('is the same for one report as for all of them', async () => {
    const query = (first: number) => `{
      reports(first: ${first}) {
        nodes { previous { year agency { name } } next { year form district { province { name } neighbours { name } } } }
      }
    }`
    const counts: number[] = []
    for (const first of [2, 100]) {
      hub.db.forgetStatements()
      await hub.dataOf(query(first))
      counts.push(hub.db.statements.length)
    }
    // Reports and current revisions; the years around all of them in one; the reports before, with revisions and agencies; those after,
    // with revisions, districts, and their parents, grandparents and neighbours.
    expect(counts[0]).toBe(counts[1])
    expect(counts[1]).toBeLessThanOrEqual(14)
    expect(hub.db.statements.filter((text) => text.includes('is_after'))).toHaveLength(1)
  })
})

describe('a global id of every type of node', () => {
  it('is found again by node, and by nodes in the order of the ids', async () => {
    const { report, findings } = await hub.dataOf<
      {
        report: Record<'district' | 'agency' | 'currentRevision', { id: string }> & {
          id: string
          history: { nodes: { id: string }[] }
        }
        findings: { nodes: { id: string }[] }
      },
      never
    >(`{
      report(district: "110105", year: 2017) { id district { id } agency { id } currentRevision { id } history { nodes { id } } }
      findings(first: 1) { nodes { id } }
    }`)
    const ids = [report.district.id, report.agency.id, report.id, report.currentRevision.id]
    ids.push(report.history.nodes[0]!.id, findings.nodes[0]!.id)
    const types = ['District', 'Agency', 'Report', 'Revision', 'ReportChange', 'StoredFinding']
    const data = await hub.dataOf<{ nodes: unknown[] }, object>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
      { ids: [...ids].reverse() },
    )
    const expected = ids.map((id, place) => ({ __typename: types[place], id }))
    expect(data.nodes).toEqual(expected.toReversed())
    for (const [place, id] of ids.entries()) {
      const { node } = await hub.dataOf<{ node: unknown }, object>(
        'query ($id: ID!) { node(id: $id) { __typename id } }',
        { id },
      )
      expect(node).toEqual(expected[place])
    }
    const { __schema } = await hub.dataOf<
      { __schema: { types: { name: string; interfaces: { name: string }[] | null }[] } },
      never
    >('{ __schema { types { name interfaces { name } } } }')
    const nodes = __schema.types.filter(({ interfaces }) => interfaces?.some(({ name }) => name === 'Node'))
    // What the holder of a key sends: its own tests find it.
    const elsewhere = ['IngestionItem', 'IngestionRun']
    expect(nodes.map(({ name }) => name).sort()).toEqual([...types, ...elsewhere].sort())
  })
})
