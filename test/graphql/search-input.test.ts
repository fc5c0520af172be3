import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

const hub = await testHub()
beforeAll(() => hub.ingestSamples('daxing-2020', 'shijingshan-2022'))

interface Found {
  readonly search: {
    readonly totalCount: number
    readonly nodes: readonly { readonly highlights: readonly { readonly words: string; readonly exact: string }[] }[]
  }
}

describe('a query that is none', () => {
  it.each([
    ['empty', ''],
    ['only white space', ' \u3000\n'],
    ['only punctuation', '，。！"“”& | ! : * \' \\ ( )'],
    ['only NUL and half a pair', '\0\ud800'],
  ])('%s: is refused, and says what was expected', async (_why, query) => {
    const { errors } = await hub.ask('query ($query: String!) { search(query: $query) { totalCount } }', { query })
    expect(errors).toMatchObject([
      {
        message: 'Expected at least one letter, digit or Chinese character to search for.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ])
  })

  it('of 10,000 characters is refused', async () => {
    const { errors } = await hub.ask('query ($query: String!) { search(query: $query) { totalCount } }', {
      query: '公'.repeat(10_000),
    })
    expect(errors).toMatchObject([{ message: expect.stringContaining('at most 200 characters') }])
  })

  it('with a cursor of another list is refused', async () => {
    for (const after of ['x', btoa('GPC:N:7'), btoa('S:BEST:2020:1:1'), btoa('S:HEADING:2020:1')]) {
      const { errors } = await hub.ask(
        'query ($after: String!) { search(query: "公开", after: $after) { totalCount } }',
        { after },
      )
      expect(errors).toMatchObject([{ message: expect.stringContaining('Expected "after" to be a cursor') }])
    }
  })
})

it('a cursor of another query is refused, and one of the same words is not', async () => {
  const found = (query: string, after?: string) =>
    hub.ask<{ search: { nodes: unknown[]; pageInfo: { endCursor: string } } }, object>(
      'query ($query: String!, $after: String) { search(query: $query, first: 1, after: $after) { nodes { rank } pageInfo { endCursor } } }',
      { query, after },
    )
  const cursor = (await found('公开 复议')).data!.search.pageInfo.endCursor
  expect((await found('复议', cursor)).errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/^Expected "after" to be a cursor that the list "search" gave.*another question/),
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ])
  const { data, errors } = await found(' 公开，复议', cursor)
  expect(errors).toBeUndefined()
  expect(data?.search.nodes).toHaveLength(1)
})

describe('whatever stands in a query', () => {
  it.each([
    "953 & ! | ( ) : * ' \\",
    '953:*',
    '!953',
    "'953'",
    '953 <-> \\',
    '953\0',
    '953\ud800',
    '"953',
    '$ 953',
    "953'); --",
  ])('%j does no harm', async (query) => {
    const { search } = await hub.dataOf<Found, object>(
      'query ($query: String!) { search(query: $query) { totalCount nodes { report { district { name } } section { heading } } } }',
      { query },
    )
    expect(search).toEqual({
      totalCount: 1,
      nodes: [{ report: { district: { name: '大兴区' } }, section: { heading: '一、总体情况' } }],
    })
  })

  it.each(['.*', '公.开', '[公]开', '(?=公)', '复议|953', '%', '_', '公开%', '\\m公'])(
    '%j is no pattern',
    async (query) => {
      const { data, errors } = await hub.ask<Found, object>(
        'query ($query: String!) { search(query: $query, first: 100) { nodes { highlights { words exact } } } }',
        { query },
      )
      if (errors) expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
      for (const { words, exact } of data?.search?.nodes.flatMap(({ highlights }) => highlights) ?? []) {
        expect(exact).toBe(words)
      }
    },
  )

  it.each(['公'.repeat(200), 'a'.repeat(200), '1'.repeat(200), 'a 1 公 '.repeat(33), '"公 开" '.repeat(20)])(
    'a query of 200 characters is answered: %s',
    async (query) => {
      const { search } = await hub.dataOf<Found, object>(
        'query ($query: String!) { search(query: $query) { totalCount nodes { rank } } }',
        { query },
      )
      expect(search.nodes).toHaveLength(search.totalCount)
    },
  )
})
