import { describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

// What cannot be asked, and the code that tells so: no unexpected error, none without a code, none in silence.

const hub = await testHub()

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly unknown[]
    readonly extensions?: Readonly<Record<string, unknown>>
  }[]
}

/** Status, code and message of the only error. */
async function refusalOf(response: Response) {
  const { errors } = (await response.json()) as Answer
  expect(errors, JSON.stringify(errors)).toHaveLength(1)
  expect(hub.log).toEqual([])
  return { status: response.status, code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message }
}

const ask = (query: string, variables?: object) =>
  hub.fetch('http://hub/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.key}` },
    body: JSON.stringify({ query, variables }),
  })

const cursor = (...contents: unknown[]) => Buffer.from(JSON.stringify(contents)).toString('base64url')
const [BY_YEAR, BY_CODE] = ['year DESC, agency ASC', 'code ASC']
const CURSOR_OF_A_DISTRICT = cursor('districts', BY_CODE, ['110000'])
const OF_DISTRICTS = 'the list "districts" gave in this order (code ASC), got'
const OF_REPORTS = 'the list "reports" gave in this order (year DESC, agency ASC), got'

describe('a cursor', () => {
  it.each([
    ['of a report, in districts', `districts(after: "${cursor('reports', BY_YEAR, ['2020', '1'])}")`, OF_DISTRICTS],
    ['of a district, in reports', `reports(after: "${CURSOR_OF_A_DISTRICT}")`, `${OF_REPORTS} one of another list.`],
    ['of a district, backwards', `reports(before: "${CURSOR_OF_A_DISTRICT}")`, `${OF_REPORTS} one of another list.`],
    [
      'of another order',
      `reports(orderBy: [{ district: { code: ASC } }], after: "${cursor('reports', BY_YEAR, ['2020', '1'])}")`,
      '(district.code ASC, year DESC, agency ASC), got one of another order: ask for the first page',
    ],
    ['out of reach', `reports(after: "${cursor('reports', BY_YEAR, ['2020', '99999999999'])}")`, OF_REPORTS],
    ['with a year out of reach', `reports(after: "${cursor('reports', BY_YEAR, ['70000', '1'])}")`, OF_REPORTS],
    ['with too few values', `reports(after: "${cursor('reports', BY_YEAR, ['2020'])}")`, 'one that was changed'],
    ['with too many values', `reports(after: "${cursor('reports', BY_YEAR, ['2020', '1', '1'])}")`, 'was changed'],
    ['without a value', `reports(after: "${cursor('reports', BY_YEAR, [null, '1'])}")`, 'one that was changed'],
    ['of numbers', `reports(after: "${cursor('reports', BY_YEAR, [2020, 1])}")`, 'got another text'],
    ['of SQL', `reports(after: "${cursor('reports', BY_YEAR, ['2020', '1) OR (TRUE'])}")`, 'one that was changed'],
    [
      'with a character that the store cannot hold',
      `districts(orderBy: [{ name: ASC }], after: "${cursor('districts', 'name ASC, code ASC', ['\0', '110000'])}")`,
      'one that was changed',
    ],
    [
      'with a day that there is not',
      `reports(orderBy: [{ createdAt: ASC }], after: "${cursor('reports', `createdAt ASC, ${BY_YEAR}`, ['2026-02-30T00:00:00.000Z', '2020', '1'])}")`,
      'one that was changed',
    ],
    [
      'with a code that there is not',
      `reports(orderBy: [{ status: ASC }], after: "${cursor('reports', `status ASC, ${BY_YEAR}`, ['toString', '2020', '1'])}")`,
      'one that was changed',
    ],
    [
      'with a number that is none',
      `findings(orderBy: [{ difference: ASC }], after: "${cursor('findings', 'difference ASC, year DESC, agency ASC, revision ASC, position ASC', ['NaN', '2020', '1', '1', '0'])}")`,
      'one that was changed',
    ],
    ['as earlier versions gave it', `reports(after: "${btoa('GPC:T:["N:2","N:2020"]')}")`, 'got another text'],
    ['that is none', 'districts(after: "x")', `${OF_DISTRICTS} another text.`],
    ['that is empty', 'districts(after: "")', `${OF_DISTRICTS} another text.`],
  ])('is refused when %s', async (_name, field, told) => {
    const { status, code, message } = await refusalOf(await ask(`{ ${field} { nodes { id } } }`))
    expect({ status, code }).toEqual({ status: 200, code: 'BAD_USER_INPUT' })
    expect(message).toMatch(/^Expected "(after|before)" to be a cursor that the list "/)
    expect(message).toContain(told)
  })

  it.each(['children', 'reports', 'agencies'])('is refused in the lists below the top as well: %s', async (list) => {
    const { code } = await refusalOf(
      await ask(`{ district(code: "110000") { ${list}(after: "${btoa('GPC:S:x')}") { nodes { id } } } }`),
    )
    expect(code).toBe('BAD_USER_INPUT')
  })
})

describe('a page', () => {
  const [after, before] = [`after: "${CURSOR_OF_A_DISTRICT}"`, `before: "${CURSOR_OF_A_DISTRICT}"`]
  it.each([`${after}, ${before}`, 'first: 1, last: 1', `first: 1, ${before}`, `last: 1, ${after}`])(
    'is refused when it goes both ways: %s',
    async (args) => {
      const { code, message } = await refusalOf(await ask(`{ districts(${args}) { nodes { id } } }`))
      expect(code).toBe('BAD_USER_INPUT')
      expect(message).toContain('forwards ("first", "after") or one backwards ("last", "before")')
    },
  )
})

const BAD_IDS = [
  'x',
  '',
  btoa('District:\0'),
  btoa('District:11'),
  btoa('Report:x'),
  btoa('Report:1-99999'),
  btoa('Revision:1-2020'),
  btoa('Agency:99999999999'),
  btoa('Nothing:1'),
  btoa('Query:1'),
  btoa('Figure:1'),
  btoa('__proto__:1'),
  btoa('constructor:1'),
]

describe('a global id', () => {
  it.each(BAD_IDS)('is refused when it is none: %j', async (id) => {
    for (const field of ['node', 'agency']) {
      const { code, message } = await refusalOf(await ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id }))
      expect(code).toBe('BAD_USER_INPUT')
      expect(message).toMatch(
        /^Expected a global id of (a District, Agency, Report, Revision, IngestionRun, IngestionItem, ReportChange or StoredFinding|Agency) as another/,
      )
    }
  })

  it('is refused when it is of another type', async () => {
    const { code, message } = await refusalOf(await ask(`{ agency(id: "${btoa('Report:1-2020')}") { id } }`))
    expect({ code, message }).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'Expected a global id of Agency as another query gave it, got one that reads "Report:1-2020".',
    })
  })

  it('is null with an error at its place among others, which are answered', async () => {
    const [daxing, nobody] = [btoa('District:110115'), btoa('Agency:999999999')]
    const response = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: ['x', daxing, btoa('Figure:1'), nobody, daxing],
    })
    const { data, errors } = (await response.json()) as Answer
    expect(data).toEqual({ nodes: [null, { id: daxing }, null, null, { id: daxing }] })
    expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['nodes', 0], 'BAD_USER_INPUT'],
      [['nodes', 2], 'BAD_USER_INPUT'],
    ])
  })
})

describe('a variable', () => {
  const year = 'query ($year: Int!) { report(district: "110115", year: $year) { year } }'
  const level = 'query ($level: DistrictLevel) { districts(filter: { level: { equals: $level } }) { totalCount } }'
  it.each([
    ['of another type', year, { year: 'x' }],
    ['that is missing', year, {}],
    ['that is null', year, { year: null }],
    ['out of the range of Int', year, { year: 2 ** 40 }],
    ['with an unknown value', level, { level: 'STREET' }],
    [
      'with an unknown field',
      'query ($filter: DistrictFilter) { districts(filter: $filter) { totalCount } }',
      { filter: { x: 1 } },
    ],
  ])('is refused when %s', async (_name, query, variables) => {
    expect(await refusalOf(await ask(query, variables))).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' })
  })
})

describe('a document', () => {
  it.each([
    ['with broken syntax', '{', 'GRAPHQL_PARSE_FAILED'],
    ['with an unknown field', '{ x }', 'GRAPHQL_VALIDATION_FAILED'],
    ['with an unknown enum value', '{ districts(orderBy: { code: UP }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'with several operations and no name',
      'query A { __typename } query B { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('is refused when %s', async (_name, query, code) => {
    expect((await refusalOf(await ask(query))).code).toBe(code)
  })
})

describe('a request', () => {
  it.each(['variables=%7Bx', 'extensions=%7Bx', 'variables=1', 'variables=%5B%5D'])(
    'is refused when its address holds no JSON objects: %s',
    async (parameter) => {
      const response = await hub.fetch(`http://hub/graphql?query=%7B__typename%7D&${parameter}`)
      const refusal = await refusalOf(response)
      expect(refusal).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
      expect(refusal.message).toMatch(/^Expected .*"(variables|extensions)"/)
    },
  )

  const operations = '{ "query": "{ __typename }" }'
  it.each([
    ['operations that are null', { operations: 'null', map: '{}' }],
    ['operations that are a number', { operations: '1', map: '{}' }],
    ['operations that are no JSON', { operations: '{', map: '{}' }],
    ['a map that is no JSON', { operations, map: '{' }],
    ['a map of numbers', { operations, map: '{"0":[1]}', '0': '' }],
    ['a map without lists', { operations, map: '{"0":1}', '0': '' }],
  ])('is refused when multipart with %s', async (_name, parts: Readonly<Record<string, string>>) => {
    const body = new FormData()
    for (const [name, text] of Object.entries(parts)) body.set(name, text)
    const headers = { 'graphql-require-preflight': '1' }
    const refusal = await refusalOf(await hub.fetch('http://hub/graphql', { method: 'POST', headers, body }))
    expect(refusal).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    expect(refusal.message).toMatch(/^Expected a multipart request with the parts "operations"/)
  })

  it.each([
    ['of a file', ['operations', 'map'], '"0"', ', which "map" names, got one with the parts "operations", "map".'],
    ['of the operations', ['map', '0'], '"operations"', ', got one with the parts "map", "0".'],
    ['of everything', [], '"operations"', ', got one with no parts.'],
  ])('is told which part is missing: that %s', async (_name, sent, missing, rest) => {
    const parts: Readonly<Record<string, string | File>> = {
      operations: JSON.stringify({
        query: 'mutation ($file: Upload!) { previewReport(input: { source: { file: $file } }) { __typename } }',
        variables: { file: null },
      }),
      map: '{ "0": ["variables.file"] }',
      '0': new File(['x'], 'report.txt'),
    }
    const body = new FormData()
    for (const name of sent) body.set(name, parts[name]!)
    const headers = { authorization: `Bearer ${hub.key}` }
    const refusal = await refusalOf(await hub.fetch('http://hub/graphql', { method: 'POST', headers, body }))
    expect(refusal).toEqual({
      status: 400,
      code: 'BAD_REQUEST',
      message: `Expected a multipart request with the part ${missing}${rest}`,
    })
  })

  it.each([
    ['null', 'application/json', 400],
    ['1', 'application/json', 400],
    ['{', 'application/json', 400],
    ['{}', 'application/json', 200],
    ['{ "query": 1 }', 'application/json', 400],
    ['{ "query": "{ __typename }", "variables": "x" }', 'application/json', 400],
    ['[]', 'application/json', 400],
    ['query=%7B__typename%7D&variables=%7Bx', 'application/x-www-form-urlencoded', 400],
    ['<query/>', 'application/xml', 415],
  ])('is refused when its body is %s', async (body, contentType, status) => {
    const headers = { 'content-type': contentType, 'graphql-require-preflight': '1' }
    const response = await hub.fetch('http://hub/graphql', { method: 'POST', headers, body })
    expect(await refusalOf(response)).toMatchObject({ status, code: 'BAD_REQUEST' })
  })
})

describe('what a publisher writes', () => {
  const mutation = 'mutation ($input: IngestReportInput!) { ingestReport(input: $input) { __typename } }'
  it.each([
    ['a reason of more than 2,000 characters', { reason: '因'.repeat(2_001) }, 'at most 2000 characters'],
    ['a reason that the store cannot hold', { reason: '\0' }, 'NUL'],
  ])('is refused when it is %s', async (_name, told, words) => {
    const refusal = await refusalOf(await ask(mutation, { input: { source: { text: 'x' }, ...told } }))
    expect(refusal.code).toBe('BAD_USER_INPUT')
    expect(refusal.message).toContain(words)
  })

  it.each([
    [255, undefined],
    [256, 'BAD_USER_INPUT'],
  ])('may be a file with a name of 255 characters: %i', async (length, code) => {
    const body = new FormData()
    const variables = { input: { source: { file: null } } }
    body.set('operations', JSON.stringify({ query: mutation, variables }))
    body.set('map', '{ "0": ["variables.input.source.file"] }')
    body.set('0', new File(['x'], `${'文'.repeat(length - 4)}.txt`, { type: 'text/plain' }))
    const headers = { authorization: `Bearer ${hub.key}` }
    const response = await hub.fetch('http://hub/graphql', { method: 'POST', headers, body })
    const { errors } = (await response.json()) as Answer
    expect(errors?.[0]?.extensions?.code).toBe(code)
  })
})
