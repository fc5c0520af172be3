import { globSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { type GraphQLObjectType, getOperationAST, isObjectType, parse } from 'graphql'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'
import { readExamples } from '../../src/server/plugins/example-queries.ts'
import { createHub } from '../../src/server/server.ts'
import { documentIdOf } from '../../src/server/trusted-documents.ts'
import { connect } from '../../src/store/database.ts'
import { hubWithSamples } from '../queries/hub-with-samples.ts'

const hub = await hubWithSamples()
const address = await hub.listen({ port: 0 })
// The same hub, which keeps no answer.
const forgetful = createHub({ database: hub.db, answerCacheMegabytes: 0 })
afterAll(() => forgetful.close())
const workedOut = await forgetful.listen({ port: 0 })

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** An answer as it came, but for the date and the id of the request. */
interface Answer {
  readonly status: number | undefined
  readonly headers: readonly string[]
  readonly body: string
}

const PER_REQUEST = ['date', 'x-request-id']

function send(to: string, { method = 'GET', path = '/graphql', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(new URL(path, to), { method, headers: { ...headers, ...length }, agent: false }, (came) => {
      const parts: Buffer[] = []
      came.on('data', (part: Buffer) => void parts.push(part))
      came.once('end', () => {
        const told = came.rawHeaders.map((text, at, all) =>
          at % 2 === 1 && PER_REQUEST.includes(all[at - 1]?.toLowerCase() ?? '') ? '' : text,
        )
        resolve({ status: came.statusCode, headers: told, body: Buffer.concat(parts).toString('latin1') })
      })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

const headerOf = ({ headers }: Answer, name: string) => {
  const at = headers.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name)
  return at < 0 ? null : headers[at + 1]!
}

const get = (parameters: Record<string, string>, headers: Sent['headers'] = {}): Sent => ({
  path: `/graphql?${new URLSearchParams(parameters)}`,
  headers,
})
const post = (parameters: object, headers: Sent['headers'] = {}): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(parameters),
})

/** What the store was asked while this was done; the version of the data is read beside its pool. */
async function statementsOf<Result>(done: () => Promise<Result>): Promise<readonly [Result, number]> {
  hub.db.forgetStatements()
  const result = await done()
  return [result, hub.db.statements.length]
}

const EXAMPLES = readExamples(join(import.meta.dirname, '../../examples'))
const isQuery = (query: string) => getOperationAST(parse(query))?.operation === 'query'
const QUERIES = EXAMPLES.filter(({ query }) => isQuery(query))
const COUNT = '{ reports { totalCount } }'

describe('the second answer is the first one, and that of a hub that keeps none', () => {
  const ways = QUERIES.flatMap(({ name, query }) => [
    { name, way: 'GET of a trusted document', sent: get({ documentId: documentIdOf(query) }) },
    { name, way: 'POST of a document', sent: post({ query }) },
  ])
  const [{ query: first }] = QUERIES as [(typeof QUERIES)[number]]
  const odd = [
    { way: 'GET of a document', sent: get({ query: first }) },
    { way: 'POST of a trusted document', sent: post({ documentId: documentIdOf(first) }) },
    { way: 'GET from a page', sent: get({ query: first }, { origin: 'https://news.example' }) },
    { way: 'GET from a page of nowhere', sent: get({ query: first }, { origin: 'null' }) },
    { way: 'POST from a page', sent: post({ query: first }, { origin: 'https://news.example' }) },
    { way: 'GET of GraphQL alone', sent: get({ query: first }, { accept: 'application/graphql-response+json' }) },
    { way: 'GET of JSON', sent: get({ query: first }, { accept: 'application/json' }) },
    { way: 'GET of anything', sent: get({ query: first }, { accept: '*/*' }) },
    { way: 'GET by preference', sent: get({ query: first }, { accept: 'text/plain;q=0.1, application/json' }) },
    { way: 'GET by gzip', sent: get({ query: first }, { 'accept-encoding': 'gzip, deflate' }) },
    { way: 'GET by Brotli', sent: get({ query: first }, { 'accept-encoding': 'gzip, deflate, br' }) },
    { way: 'POST by Brotli', sent: post({ query: first }, { 'accept-encoding': 'br' }) },
    { way: 'GET with the cost', sent: get({ query: first, extensions: '{"cost":true}' }) },
    { way: 'GET with a body type', sent: get({ query: first }, { 'content-type': 'application/json' }) },
    { way: 'POST in capitals', sent: post({ query: first }, { 'content-type': 'Application/JSON; charset=utf-8' }) },
    { way: 'GET of the schema', sent: get({ query: '{ __schema { types { name } } }' }) },
    { way: 'GET with what is not held', sent: get({ query: first }, { 'if-none-match': '"x"' }) },
    { way: 'POST with what is not held', sent: post({ query: first }, { 'if-none-match': '*' }) },
  ].map((way) => ({ name: 'odd', ...way }))

  it.each([...ways, ...odd])('$name: $way', async ({ sent }) => {
    const expected = await send(workedOut, sent)
    expect(expected.status).toBe(200)
    expect(await send(address, sent)).toEqual(expected)
    const [answer, statements] = await statementsOf(() => send(address, sent))
    expect(answer).toEqual(expected)
    expect(statements).toBe(0)
  })

  it.each([
    ['GET', get({ query: COUNT })],
    ['GET from a page', get({ query: COUNT }, { origin: 'https://news.example' })],
    ['GET of JSON', get({ query: COUNT }, { accept: 'application/json' })],
  ])('304: %s', async (_name, sent) => {
    const etag = headerOf(await send(address, sent), 'etag')!
    const holding = { ...sent, headers: { ...sent.headers, 'if-none-match': `"x", ${etag}` } }
    const expected = await send(workedOut, holding)
    expect(expected.status).toBe(304)
    expect(await send(address, holding)).toEqual(expected)
    const [answer, statements] = await statementsOf(() => send(address, holding))
    expect(answer).toEqual(expected)
    expect(statements).toBe(0)
    // And whoever holds nothing gets all of it.
    expect(await send(address, sent)).toEqual(await send(workedOut, sent))
  })

  it('HEAD: the same without its body', async () => {
    const { status, headers } = await send(address, get({ query: COUNT }))
    const head = { ...get({ query: COUNT }), method: 'HEAD' }
    expect(await send(address, head)).toEqual({ status, headers, body: '' })
  })
})

it('tells each request its own id', async () => {
  const ids = new Set<string | null>()
  for (let times = 0; times < 3; times += 1) {
    const response = await fetch(`${address}${get({ query: COUNT }).path}`)
    ids.add(response.headers.get('x-request-id'))
  }
  expect(ids.size).toBe(3)
  for (const [sent, told] of [
    ['trace-1', /^trace-1$/],
    ['no id', /^[0-9a-f-]{36}$/],
  ] as const) {
    const response = await fetch(`${address}${get({ query: COUNT }).path}`, { headers: { 'x-request-id': sent } })
    expect(response.headers.get('x-request-id')).toMatch(told)
  }
})

describe('is worked out each time', () => {
  const key = { authorization: `Bearer ${hub.key}` }
  const sender = '{ reports(first: 1) { nodes { currentRevision { createdBy } } } }'
  it.each([
    ['with a key', post({ query: COUNT }, key)],
    ['by GET with a key', get({ query: COUNT }, key)],
    ['with a key that is none', get({ query: COUNT }, { authorization: 'Bearer x' })],
    ['what is for a key, without one', post({ query: sender })],
    ['what is refused in part', get({ query: '{ viewer { name } reports { totalCount } }' })],
    ['what is refused', post({ query: '{ reports(first: 101) { totalCount } }' })],
    ['in parts', get({ query: `{ ... @defer { reports { totalCount } } }` }, { accept: 'multipart/mixed' })],
  ])('what is asked %s', async (_name, sent) => {
    const expected = await send(workedOut, sent)
    const first = await statementsOf(() => send(address, sent))
    const second = await statementsOf(() => send(address, sent))
    expect(second[1]).toBe(first[1])
    expect(second[0].status).toBe(expected.status)
  })

  it('and what a key may see is told to nobody without one', async () => {
    const withKey = await send(address, post({ query: sender }, key))
    expect(JSON.parse(withKey.body).errors).toBeUndefined()
    const without = await send(address, post({ query: sender }))
    expect(without.body).toContain('UNAUTHENTICATED')
    expect(await send(address, post({ query: sender }, key))).toEqual(withKey)
  })

  it('what changes the store', async () => {
    const query = 'mutation ($text: String!) { ingestReport(input: { source: { text: $text } }) { __typename } }'
    const mutation = post({ query, variables: { text: 'x' } }, { ...key, 'graphql-require-preflight': '1' })
    for (let times = 0; times < 2; times += 1) {
      const [answer, statements] = await statementsOf(() => send(address, mutation))
      expect(JSON.parse(answer.body)).toEqual({ data: { ingestReport: { __typename: 'NotAReportError' } } })
      expect(statements).toBeGreaterThan(0)
    }
    const { authorization: _, ...withoutKey } = mutation.headers!
    for (let times = 0; times < 2; times += 1) {
      expect((await send(address, { ...mutation, headers: withoutKey })).body).toContain('UNAUTHENTICATED')
    }
  })
})

it('one of many equal questions is worked out', async () => {
  const alone = await statementsOf(() => send(address, post({ query: '{ reports(first: 3) { nodes { title } } }' })))
  const query = '{ reports(first: 4) { nodes { title } } }'
  const [answers, statements] = await statementsOf(() =>
    Promise.all(Array.from({ length: 20 }, () => send(address, post({ query })))),
  )
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect(statements).toBe(alone[1])
})

it('equal questions that are refused are each refused', async () => {
  const refused = post({ query: '{ reports(first: 101) { totalCount } }' })
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(address, refused)))
  for (const { body } of answers) expect(body).toContain('BAD_USER_INPUT')
})

it('questions do not wait for a subscription', async () => {
  const leaving = new AbortController()
  const subscribe = () =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { reportIngested { year } }' }),
      signal: leaving.signal,
    })
  const both = await Promise.all([subscribe(), subscribe()])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  leaving.abort()
})

it('a question whose sender goes is worked out for those who wait', async () => {
  const query = '{ reports(first: 5) { nodes { title findings { message } } } }'
  const leaving = new AbortController()
  const gone = fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  }).catch(() => undefined)
  const waiting = send(address, post({ query }))
  setTimeout(() => leaving.abort(), 5)
  await gone
  expect(JSON.parse((await waiting).body).data.reports.nodes).toHaveLength(5)
})

it('answers without knowing the version of the data, and keeps nothing', async () => {
  const database = connect(hub.db.url)
  const unknowing = createHub({ database })
  try {
    const to = await unknowing.listen({ port: 0 })
    await hub.db.pool.query('ALTER TABLE data_versions RENAME TO versions_elsewhere')
    const answer = await send(to, get({ query: '{ rulesVersion }' }))
    expect(answer.status).toBe(200)
    expect(headerOf(answer, 'etag')).toBeNull()
  } finally {
    await hub.db.pool.query('ALTER TABLE versions_elsewhere RENAME TO data_versions')
    await unknowing.close()
    await database.close()
  }
})

it('finds its connection again after it was lost', async () => {
  const sent = get({ query: COUNT })
  const expected = await send(address, sent)
  await hub.db.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'disclosure-hub versions'",
  )
  await vi.waitFor(async () => expect(await send(address, sent)).toEqual(expected), { timeout: 10_000 })
})

describe('what an answer depends on', () => {
  it('stands in its question, header by header', async () => {
    const sent = { 'x-probe': 'x', accept: 'application/json', origin: 'https://news.example' }
    const { headers } = await forgetful.fetch('http://hub/health')
    const prototype = Object.getPrototypeOf(headers) as Headers
    const { get, has } = prototype
    const read = new Set<string>()
    const noting = (real: (name: string) => unknown) =>
      function noted(this: Headers, name: string) {
        if (get.call(this, 'x-probe') !== null) read.add(name.toLowerCase())
        return real.call(this, name)
      }
    vi.spyOn(prototype, 'get').mockImplementation(noting(get) as typeof get)
    vi.spyOn(prototype, 'has').mockImplementation(noting(has) as typeof has)
    try {
      const json = { ...sent, 'content-type': 'application/json' }
      const asked = [
        hub.fetch(`http://hub/graphql?${new URLSearchParams({ query: COUNT })}`, { headers: sent }),
        hub.fetch('http://hub/graphql', { method: 'POST', headers: json, body: JSON.stringify({ query: COUNT }) }),
      ]
      for (const response of await Promise.all(asked)) expect(response.status).toBe(200)
    } finally {
      vi.restoreAllMocks()
    }
    read.delete('x-probe')
    // In the question: accept, accept-encoding, content-type, origin. By itself: if-none-match, x-request-id. Never kept: access-control-request-headers,
    // authorization, and what has no content-length (POST) or one (GET). A new header belongs to one of these.
    expect([...read].toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'access-control-request-headers',
      'authorization',
      'content-length',
      'content-type',
      'if-none-match',
      'origin',
      'x-request-id',
    ])
  })

  // DATA: what the counters of data_versions count. CODE: the program alone. KEY: who asks, and tables that are not counted; refused without a
  // key, or never kept since somebody asked who the caller is. Anything else, such as the clock, would need a way out of src/server/plugins/keep-answers.ts.
  const DEPENDS_ON = {
    ...{ agencies: 'DATA', agency: 'DATA', corrections: 'DATA', district: 'DATA', districts: 'DATA' },
    ...{ findings: 'DATA', node: 'DATA', nodes: 'DATA', report: 'DATA', reports: 'DATA', search: 'DATA' },
    ...{ series: 'DATA', totals: 'DATA' },
    ...{ categories: 'CODE', forms: 'CODE', metrics: 'CODE', rule: 'CODE', rules: 'CODE', rulesVersion: 'CODE' },
    ...{ apiKeys: 'KEY', auditEvents: 'KEY', ingestionRun: 'KEY', ingestionRuns: 'KEY', viewer: 'KEY' },
  }
  it('is stated of every field of the root', () => {
    expect(Object.keys(DEPENDS_ON).toSorted()).toEqual(Object.keys(schema.getQueryType()!.getFields()).toSorted())
  })

  it.each([
    ['viewer', '{ viewer { name } }'],
    ['apiKeys', '{ apiKeys { totalCount } }'],
    ['auditEvents', '{ auditEvents { totalCount } }'],
    ['ingestionRuns', '{ ingestionRuns { totalCount } }'],
    ['ingestionRun', '{ ingestionRun(id: "SW5nZXN0aW9uUnVuOjE=") { name } }'],
  ])('on a key is not kept: %s', async (_name, query) => {
    const sent = post({ query })
    expect((await send(address, sent)).body).toContain('"errors"')
  })

  it('is never the clock', () => {
    const root = join(import.meta.dirname, '../../src')
    const readers = globSync(
      ['domain', 'metrics', 'rules', 'graphql', 'store'].map((folder) => `${folder}/**/*.ts`),
      {
        cwd: root,
        exclude: ['store/generated/**', 'store/backup/**'],
      },
    ).filter((file) =>
      /Date\.now|new Date\(\)|\bnow\(\)|_timestamp\(\)|current_date/i.test(readFileSync(join(root, file), 'utf8')),
    )
    // What writes, what is for keys and runs, and the embedded server.
    expect(readers.toSorted()).toEqual([
      'store/api-keys.ts',
      'store/embedded-postgres.ts',
      'store/idempotent-answers.ts',
      'store/key-in-use.ts',
      'store/migrate.ts',
      'store/new-migration.ts',
      'store/orphan-postgres.ts',
      'store/report-log.ts',
      'store/run-items.ts',
      'store/run-loaders.ts',
      'store/runs.ts',
    ])
  })

  it('is no key, of a type that is for everybody', () => {
    const scoped = Object.values(schema.getTypeMap())
      .filter((type): type is GraphQLObjectType => isObjectType(type))
      .flatMap((type) => Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const))
      .filter(([, field]) => 'authScopes' in ((field.extensions.pothosOptions ?? {}) as object))
      .map(([name]) => name)
      .filter((name) => /^(Report|Revision|Agency|District|Finding)/.test(name))
    expect(scoped).toEqual(['Revision.createdBy'])
  })
})
