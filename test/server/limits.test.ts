import { describe, expect, it } from 'vitest'
import { createHub } from '../../src/server/server.ts'
import { testHub } from '../hub.ts'

const hub = await testHub({ maxSourceBytes: 2_000, maxBodyBytes: 100_000 })
const address = await hub.listen({ port: 0 })

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })

interface Refusal {
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
}

/** Status, code and message of the only error. */
async function refusalOf(response: Response) {
  const { errors } = (await response.json()) as Refusal
  expect(errors).toHaveLength(1)
  const { message, extensions: { code, of, limit, got } = {} } = errors[0] ?? {}
  return { status: response.status, code, message, of, limit, got }
}

const ask = (query: string) => post(JSON.stringify({ query }))

describe('documents', () => {
  it('are refused when twenty thousand levels deep', async () => {
    const deep = `${'{a'.repeat(20_000)}${'}'.repeat(20_000)}`
    expect(await refusalOf(await ask(deep))).toMatchObject({
      status: 400,
      code: 'DOCUMENT_TOO_LARGE',
      message: 'Expected a document of at most 2000 tokens, got a longer one. Ask in several requests.',
      of: 'tokens',
      limit: 2_000,
      got: null,
    })
  })

  it('are refused when deeper than 16 levels', async () => {
    const deep = `{ district(code: "110115") ${'{ parent '.repeat(17)} { name } ${'}'.repeat(17)} }`
    expect(await refusalOf(await ask(deep))).toEqual({
      status: 400,
      code: 'DOCUMENT_TOO_LARGE',
      message: 'Expected a document of at most 16 levels, got 19. Ask in several requests.',
      of: 'depth',
      limit: 16,
      got: 19,
    })
  })

  it('are refused when they rename more than 50 fields', async () => {
    const many = `{ ${Array.from({ length: 51 }, (_, place) => `a${place}: forms { code }`).join(' ')} }`
    expect(await refusalOf(await ask(many))).toEqual({
      status: 400,
      code: 'DOCUMENT_TOO_LARGE',
      message: 'Expected a document of at most 50 renamed fields, got 51. Ask in several requests.',
      of: 'aliases',
      limit: 50,
      got: 51,
    })
  })

  it('are refused when they select more than 1,000 fields, however often by one fragment', async () => {
    // Eleven times a hundred, and the field that holds them.
    const twenty = (field: string) => `${field} `.repeat(20)
    const fields = ['code', 'label', 'prescribedFrom', 'prescribedTo', '__typename'].map(twenty).join('')
    const document = `{ forms { ${'...F '.repeat(11)} } } fragment F on StatutoryForm { ${fields} }`
    const refusal = await refusalOf(await ask(document))
    expect(refusal).toMatchObject({ status: 400, code: 'QUERY_TOO_COMPLEX', of: 'breadth', limit: 1_000, got: 1_101 })
  })

  it('are refused when their answer could hold more than 100,000 fields', async () => {
    const large =
      '{ reports(first: 100) { nodes { district { reports(first: 100) { nodes { findings { message } } } } } } }'
    const refusal = await refusalOf(await ask(large))
    expect(refusal).toMatchObject({ status: 400, code: 'QUERY_TOO_COMPLEX', of: 'complexity', limit: 100_000 })
    // At least 100 × 100 findings, ten a report.
    expect(refusal.got).toBeGreaterThan(100_000)
    expect(refusal.message).toContain('at most 100000 fields')
  })
})

describe('lists in arguments', () => {
  const sorted = (list: string, key: string, times: number) =>
    ask(`{ ${list}(orderBy: [${`{ ${key}: ASC } `.repeat(times)}], first: 1) { nodes { id } } }`)

  it.each([
    ['reports', 'year'],
    ['districts', 'name'],
  ])('of what to sort by are refused when longer than ten: %s', async (list, key) => {
    expect(await refusalOf(await sorted(list, key, 11))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('at most 10 entries in "orderBy"'),
      of: 'sortKeys',
      limit: 10,
      got: 11,
    })
    expect(await (await sorted(list, key, 10)).json()).toMatchObject({ data: { [list]: { nodes: expect.any(Array) } } })
  })

  it.each([
    'reports(filter: { form: { in: $list } })',
    'reports(filter: { agency: { kind: { in: $list } } })',
    'districts(filter: { level: { in: $list } })',
  ])('of codes are refused when longer than a hundred: %s', async (field) => {
    const [type, code] = field.includes('form')
      ? ['Form', 'FORM_2014']
      : field.includes('kind')
        ? ['AgencyKind', 'STREET']
        : ['DistrictLevel', 'COUNTY']
    const body = {
      query: `query ($list: [${type}!]) { ${field} { totalCount } }`,
      variables: { list: Array(101).fill(code) },
    }
    expect(await refusalOf(await post(JSON.stringify(body)))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'Expected at most 100 values in "in".',
      of: 'filterValues',
      limit: 100,
      got: 101,
    })
  })

  it.each([
    ['metrics(ids: $list) { value }', 'MetricId', 'REFUSAL_RATE'],
    ['figures(paths: $list) { raw }', 'FigurePath', 'applications.RECEIVED.TOTAL'],
    ['applicationOutcomes(rows: $list) { raw }', 'ApplicationRow', 'RECEIVED'],
    ['applicationOutcomes(applicants: $list) { raw }', 'Applicant', 'TOTAL'],
  ])('that select what is answered are refused when longer than three hundred: %s', async (field, type, code) => {
    const body = {
      query: `query ($list: [${type}!]) { reports { nodes { ${field} } } }`,
      variables: { list: Array(301).fill(code) },
    }
    expect(await refusalOf(await post(JSON.stringify(body)))).toMatchObject({
      code: 'BAD_USER_INPUT',
      of: 'selectedCodes',
      limit: 300,
      got: 301,
    })
  })
})

describe('variables', () => {
  it('are refused when deeper than 64 levels, whatever they are of', async () => {
    const deep = (levels: number) => `${'{"NOT":['.repeat(levels)}{}${']}'.repeat(levels)}`
    const body = (levels: number) =>
      `{"query":"query ($filter: ReportFilter) { reports(filter: $filter) { totalCount } }","variables":{"filter":${deep(levels)}}}`
    expect(await refusalOf(await post(body(5_000)))).toEqual({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'Expected variables of at most 64 levels, got deeper ones.',
      of: 'variableLevels',
      limit: 64,
      got: null,
    })
    expect(await refusalOf(await post(body(20)))).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('repeated selections', () => {
  it.each([
    ['a field', `{ district(code: "110115") { ${'name '.repeat(21)} } }`],
    ['a fragment', `{ district(code: "110115") { ${'...F '.repeat(21)} } } fragment F on District { name }`],
    ['an inline fragment', `{ district(code: "110115") { ${'... on District { name } '.repeat(21)} } }`],
  ])('are refused before they are compared with each other: %s', async (_what, query) => {
    expect(await refusalOf(await ask(query))).toMatchObject({
      status: 400,
      code: 'DOCUMENT_TOO_LARGE',
      of: 'repetitions',
      limit: 20,
      got: 21,
    })
  })

  it('are answered up to the limit', async () => {
    const response = await ask(`{ district(code: "110115") { ${'name '.repeat(20)} } }`)
    expect(await response.json()).toEqual({ data: { district: { name: '大兴区' } } })
  })
})

describe('what came', () => {
  it('is told cut short', async () => {
    const digits = '9'.repeat(900)
    const { message, code } = await refusalOf(
      await ask(`{ findings(filter: { ruleId: { equals: "${digits}" } }) { totalCount } }`),
    )
    expect(code).toBe('BAD_USER_INPUT')
    expect(message?.length).toBeLessThan(300)
  })
})

describe('pages', () => {
  it.each(['first: 101', 'last: 101', 'first: -1'])(
    'are refused when of a size that is not served: %s',
    async (size) => {
      const refusal = await refusalOf(await ask(`{ reports(${size}) { totalCount } }`))
      expect(refusal.code).toBe('BAD_USER_INPUT')
      expect(refusal.message).toContain('between 0 and 100')
      const over = size.endsWith('101') ? ['pageSize', 100, 101] : [undefined, undefined, undefined]
      expect([refusal.of, refusal.limit, refusal.got]).toEqual(over)
    },
  )

  it('are refused below the top as well', async () => {
    const refusal = await refusalOf(await ask('{ district(code: "110000") { children(first: 101) { totalCount } } }'))
    expect(refusal.code).toBe('BAD_USER_INPUT')
  })
})

describe('requests', () => {
  it('are refused when larger than the limit, whether they tell their length or not', async () => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { padding: 'x'.repeat(100_000) } })
    const expected = { status: 413, code: 'REQUEST_ENTITY_TOO_LARGE', of: 'requestBytes', limit: 100_000 }
    expect(await refusalOf(await post(body))).toEqual({
      ...expected,
      message: 'Expected a request of at most 100000 bytes, got one of 100053.',
      got: 100_053,
    })
    const stream = new Blob([body]).stream()
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: stream, duplex: 'half' }
    expect(await refusalOf(await fetch(`${address}/graphql`, init as RequestInit))).toEqual({
      ...expected,
      message: 'Expected a request of at most 100000 bytes, got a larger one.',
      got: null,
    })
  })

  it('are refused when they are not JSON', async () => {
    expect(await refusalOf(await post('{ "query": '))).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  })

  it('are refused in batches', async () => {
    const response = await post(JSON.stringify([{ query: '{ __typename }' }]))
    expect(await refusalOf(response)).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'Expected a request of 1 operation, got a list of 1. Send them one by one.',
      of: 'operations',
      limit: 1,
    })
  })

  it('are given up when they take too long', async () => {
    const impatient = createHub({ database: hub.db, timeout: 300 })
    const client = await hub.db.pool.connect()
    try {
      // Holds the table that the query reads.
      await client.query('BEGIN; LOCK TABLE districts IN ACCESS EXCLUSIVE MODE')
      const query = encodeURIComponent('{ district(code: "110115") { name } }')
      const refusal = await refusalOf(await impatient.fetch(`http://hub/graphql?query=${query}`))
      expect(refusal).toMatchObject({ status: 503, code: 'TIMEOUT', of: 'milliseconds', limit: 300, got: null })
      expect(refusal.message).toContain('at most 0.3 s')
    } finally {
      await client.query('ROLLBACK')
      client.release()
      await impatient.close()
    }
  })
})
