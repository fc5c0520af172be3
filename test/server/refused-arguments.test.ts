import { describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

// An argument that cannot be used costs the root field that it stands in, and no other.

const hub = await testHub()

const refusalsOf = (answer: Awaited<ReturnType<typeof hub.ask>>) =>
  (answer.errors as { path?: unknown; locations?: unknown; extensions?: { code?: unknown } }[] | undefined)?.map(
    ({ path, locations, extensions }) => ({ path, locations, code: extensions?.code }),
  )

describe('of several root fields', () => {
  const DAXING = 'district(code: "110115") { name }'

  it.each([
    ['totals', 'totals(of: { review: {} }) { totalCount }', 'NOT_COMPARABLE'],
    ['totals', 'totals(of: { applications: {} }, first: 101) { totalCount }', 'BAD_USER_INPUT'],
    ['series', 'series(of: { metric: DISCLOSURE_RATE }) { lines(first: 101) { totalCount } }', 'BAD_USER_INPUT'],
    ['search', 'search(query: "。") { totalCount }', 'BAD_USER_INPUT'],
    ['search', 'search(query: "公开", after: "x") { totalCount }', 'BAD_USER_INPUT'],
    ['agencies', 'agencies(filter: { name: { equals: "\\u0000" } }) { totalCount }', 'BAD_USER_INPUT'],
  ])('one that is refused leaves the others: %s', async (name, field, code) => {
    const answer = await hub.ask(`{ ${DAXING} ${field} }`)
    expect(answer.data).toEqual({ district: { name: '大兴区' }, [name]: null })
    expect(refusalsOf(answer)).toEqual([expect.objectContaining({ path: [name], code })])
  })

  it('one that may not be null takes the others along, and is the only one that is told of', async () => {
    const answer = await hub.ask(`{ ${DAXING} reports(first: 101) { totalCount } }`)
    expect(answer.data).toBeNull()
    expect(refusalsOf(answer)).toEqual([expect.objectContaining({ path: ['reports'], code: 'BAD_USER_INPUT' })])
  })
})

describe('an argument within a list', () => {
  // Three provinces with a list each.
  const document = `query ($first: Int, $asked: Boolean!) {
    provinces: district(code: "110000") { name }
    nodes(ids: ["${btoa('District:110000')}", "${btoa('District:120000')}", "${btoa('District:130000')}"]) {
      ... on District { name ...Counties }
    }
  }
  fragment Counties on District {
    children(first: $first) @include(if: $asked) { totalCount }
  }`

  it('is told once, with its place in the document, and not once for each object', async () => {
    const answer = await hub.ask(document, { first: 101, asked: true })
    expect(refusalsOf(answer)).toEqual([
      { path: ['nodes'], locations: [{ line: 8, column: 5 }], code: 'BAD_USER_INPUT' },
    ])
  })

  it('is refused where there is nothing to answer, since the question alone decides', async () => {
    const answer = await hub.ask('{ agencies { nodes { reports(first: 101) { totalCount } } } forms { code } }')
    expect(refusalsOf(answer)).toEqual([expect.objectContaining({ path: ['agencies'], code: 'BAD_USER_INPUT' })])
    expect(answer.data).toMatchObject({ agencies: null, forms: [{ code: 'FORM_2014' }, {}, {}] })
  })

  it('is none that matters where its field is not asked for', async () => {
    const answer = await hub.ask<{ nodes: { name: string }[] }, object>(document, { first: 101, asked: false })
    expect(answer.errors).toBeUndefined()
    expect(answer.data?.nodes.map(({ name }) => name)).toEqual(['北京市', '天津市', '河北省'])
  })

  it('is answered when it can be used', async () => {
    expect((await hub.ask(document, { first: 1, asked: true })).errors).toBeUndefined()
  })
})

describe('a variable without a value', () => {
  it('where there is a default is refused by its field alone', async () => {
    const answer = await hub.ask(
      `query ($groupBy: [TotalKey!]) { forms { code }
        totals(of: { applications: { rows: [RECEIVED] } }, groupBy: $groupBy) { totalCount } }`,
      { groupBy: null },
    )
    expect(answer.data).toMatchObject({ forms: [{}, {}, {}], totals: null })
    expect(refusalsOf(answer)).toEqual([expect.objectContaining({ path: ['totals'], code: 'BAD_USER_INPUT' })])
  })

  it('within a list is refused once', async () => {
    const answer = await hub.ask(`query ($id: ID = "x") { forms { code } nodes(ids: [$id]) { id } }`, { id: null })
    expect(refusalsOf(answer)).toEqual([expect.objectContaining({ code: 'BAD_USER_INPUT' })])
  })
})

it('an operation that costs too much is refused once, whatever it asks', async () => {
  const large =
    'children(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } } }'
  const answer = await hub.ask(`{ a: district(code: "110000") { ${large} } b: district(code: "120000") { ${large} } }`)
  expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['QUERY_TOO_COMPLEX'])
  expect(answer.data).toBeUndefined()
})
