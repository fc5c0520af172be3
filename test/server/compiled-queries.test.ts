import { describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

// A query is compiled when it has been asked twice: the third answer is of what was compiled, if it may be.

const hub = await testHub()
await hub.ingestSamples('daxing-2020', 'tongzhou-2018')
const { startIngestionRun } = await hub.dataOf<{ startIngestionRun: { id: string } }, object>(
  'mutation { startIngestionRun(input: {}) { id } }',
)

const CELLS = `{
  report(district: "110115", year: 2020) {
    year
    district { fullName }
    figures { __typename path state ... on ApplicationOutcome { count: value row } ... on DisclosureItem { amount: value } }
    findings { ruleId left { paths } report { year } }
  }
}`

/** The answers to these have errors. */
const REFUSED = [
  '{ reports(first: 100000) { nodes { year } } rulesVersion }',
  '{ a: node(id: "x") { id } rulesVersion }',
]

const asked: readonly (readonly [what: string, query: string, variables?: object])[] = [
  ['figures of every family', CELLS],
  [
    'fragments and directives',
    'query ($no: Boolean!) { reports { nodes { ...R year @skip(if: $no) } } } fragment R on Report { id year }',
    { no: true },
  ],
  [
    'a page with cursors',
    '{ reports(first: 1) { totalCount pageInfo { endCursor } edges { cursor node { title } } } }',
  ],
  ['an object by its id', 'query ($id: ID!) { node(id: $id) { __typename id } }', { id: startIngestionRun.id }],
  ['objects for some callers only', '{ ingestionRuns { nodes { id state } } }'],
  ['a catalogue', '{ rules { id } rulesVersion }'],
  ['nothing', '{ report(district: "110115", year: 1999) { year } }'],
  ['what is refused', REFUSED[0]!],
  ['a fault of the caller beside data', REFUSED[1]!],
]

describe('a query that comes again', () => {
  it.each(asked)('is answered alike each time: %s', async (_what, query, variables) => {
    const first = await hub.ask(query, variables)
    expect(first.errors === undefined).toBe(!REFUSED.includes(query))
    for (let time = 2; time <= 4; time += 1) expect(await hub.ask(query, variables)).toEqual(first)
  })

  it('is answered alike to whoever may not see what it asks for', async () => {
    const query = 'query ($id: ID!) { it: node(id: $id) { id } }'
    const ask = () => hub.ask(query, { id: startIngestionRun.id }, {})
    const first = await ask()
    expect(first.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    for (let time = 2; time <= 4; time += 1) expect(await ask()).toEqual(first)
  })

  it('tells of variables that cannot be used what it told the first time', async () => {
    const query = 'query ($year: Int!) { report(district: "110115", year: $year) { year } }'
    for (let time = 1; time <= 3; time += 1) {
      expect((await hub.ask(query, { year: 2020 })).data).toEqual({ report: { year: 2020 } })
    }
    expect((await hub.ask(query, { year: 'x' })).errors?.[0]?.message).toContain('"$year"')
    expect((await hub.ask(query, {})).errors?.[0]?.message).toContain('"$year"')
  })

  it('tells what was stored since', async () => {
    const query = '{ reports { totalCount } }'
    for (let time = 1; time <= 3; time += 1) {
      expect((await hub.ask(query)).data).toEqual({ reports: { totalCount: 2 } })
    }
    await hub.ingestSamples('xigong-2020')
    expect((await hub.ask(query)).data).toEqual({ reports: { totalCount: 3 } })
  })
})
