import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { subgraph } from '../../src/graphql/subgraph.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { testHub } from '../hub.ts'

const hub = await testHub({ schema: subgraph })
beforeAll(() => hub.ingestSamples('daxing-2020', 'xigong-2020'))

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on District { code name }
    ... on Agency { name district { code } }
    ... on Report { year form title district { name } reviewResults { result value } }
  }
}`

interface Entity {
  readonly __typename: string
}

const entities = (representations: readonly unknown[]) =>
  hub.dataOf<{ _entities: (Entity | null)[] }, unknown>(ENTITIES, { representations })

async function idsOf(district: string) {
  const { report } = await hub.dataOf<
    { report: { id: string; agency: { id: string }; district: { id: string } } },
    unknown
  >('query ($district: String!) { report(district: $district, year: 2020) { id agency { id } district { id } } }', {
    district,
  })
  return report
}

describe('the subgraph', () => {
  it('composes with another one that refers to districts by their code', async () => {
    const { _service } = await hub.dataOf<{ _service: { sdl: string } }, unknown>('{ _service { sdl } }')
    const other = `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
      type District @key(fields: "code") { code: String! population: Int }
      type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
      type Query { mostPopulous: District }
    `
    const { errors, supergraphSdl } = composeServices([
      { name: 'disclosure', typeDefs: parse(_service.sdl), url: 'http://localhost/disclosure' },
      { name: 'statistics', typeDefs: parse(other), url: 'http://localhost/statistics' },
    ])
    expect(errors).toBeUndefined()
    expect(supergraphSdl).toContain('population')
  })

  it('resolves a reference to a report as it was at an instant, and null where it was not there yet', async () => {
    const { id } = await idsOf('110115')
    const at = (instant: string) => btoa(`${atob(id)}@${instant}`)
    const references = [at('2100-01-01T00:00:00.000Z'), id, at('2000-01-01T00:00:00.000Z')]
    const { _entities } = await hub.dataOf<{ _entities: unknown[] }, unknown>(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Report { id year form } } }',
      { representations: references.map((one) => ({ __typename: 'Report', id: one })) },
    )
    const [future, present] = references
    expect(_entities).toEqual([
      { id: future, year: 2020, form: 'FORM_2019' },
      { id: present, year: 2020, form: 'FORM_2019' },
      null,
    ])
  })

  it('tells of such a report what its revision of then says', async () => {
    const of2021 = (title: string) => ({
      ...{ district: { code: '110115' }, agency: null, year: 2021, form: 'FORM_2021', title, period: null },
      ...{ figures: {}, sections: [], issues: [] },
    })
    await ingest(hub.db, { kind: 'STRUCTURED', object: of2021('初稿') })
    const { rows } = await hub.db.pool.query<{ at: Date }>('SELECT max(at) AS at FROM report_changes')
    await ingest(hub.db, { kind: 'STRUCTURED', object: of2021('修订稿') }, { expectedRevision: 1 })
    const { report } = await hub.dataOf<{ report: { id: string } }, unknown>(
      '{ report(district: "110115", year: 2021) { id } }',
      {},
    )
    const ids = [report.id, btoa(`${atob(report.id)}@${rows[0]?.at.toISOString()}`)]
    const { _entities } = await hub.dataOf<{ _entities: unknown[] }, unknown>(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Report { title currentRevision { number title } } } }',
      { representations: ids.map((id) => ({ __typename: 'Report', id })) },
    )
    expect(_entities).toEqual([
      { title: '修订稿', currentRevision: { number: 2, title: '修订稿' } },
      { title: '初稿', currentRevision: { number: 1, title: '初稿' } },
    ])
  })

  it('resolves references by every key, in their order, and null where there is nothing', async () => {
    const daxing = await idsOf('110115')
    const { _entities } = await entities([
      { __typename: 'Report', id: daxing.id },
      { __typename: 'District', code: '410303' },
      { __typename: 'Agency', id: daxing.agency.id },
      { __typename: 'District', id: daxing.district.id },
      { __typename: 'District', code: '999999' },
    ])
    expect(_entities).toEqual([
      expect.objectContaining({ __typename: 'Report', year: 2020, form: 'FORM_2019', district: { name: '大兴区' } }),
      { __typename: 'District', code: '410303', name: '西工区' },
      { __typename: 'Agency', name: '北京市大兴区人民政府', district: { code: '110115' } },
      { __typename: 'District', code: '110115', name: '大兴区' },
      null,
    ])
    expect(_entities[0]).toMatchObject({ reviewResults: expect.arrayContaining([{ result: 'UPHELD', value: 89 }]) })
  })

  it('takes one statement for each type, however many there are', async () => {
    const reports = await Promise.all(['110115', '410303'].map(idsOf))
    const count = async (ids: readonly { id: string }[]) => {
      hub.db.forgetStatements()
      await entities(ids.map(({ id }) => ({ __typename: 'Report', id })))
      return hub.db.statements.length
    }
    expect(await count(reports)).toBe(await count(reports.slice(1)))
  })

  it.each([
    ['no object', 'Report'],
    ['a type that is no entity', { __typename: 'Rule', id: 'applications.balance' }],
    ['no key', { __typename: 'District', name: '大兴区' }],
    ['an id of another type', { __typename: 'Report', id: btoa('District:110115') }],
    ['a code that is none', { __typename: 'District', code: "'; DROP TABLE districts" }],
  ])('refuses %s', async (_why, given) => {
    const { errors } = await hub.ask(ENTITIES, { representations: [given] })
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^Expected/),
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  it('counts what the references ask for', async () => {
    const { errors } = await hub.ask(ENTITIES, {
      representations: Array.from({ length: 5_000 }, () => ({ __typename: 'District', code: '110115' })),
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX' })
  })
})

it('the schema of the hub itself has none of this', async () => {
  const { schema } = await import('../../src/graphql/schema.ts')
  expect(schema.getQueryType()?.getFields()).not.toHaveProperty('_entities')
})
